package dev.gridload.pipeline.reconcile;

import dev.gridload.grid.CallPool;
import dev.gridload.grid.CreatedSpan;
import dev.gridload.grid.CustomerPage;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.SubmissionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Reads from Grid which customers it has. */
final class ReadBack {

    /** Servers of one Grid may disagree about the time by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    /** Pages that are read at the same time, of different seconds. */
    private static final CallPool READERS = new CallPool(4);

    private final GridApi grid;

    ReadBack(GridApi grid) {
        this.grid = grid;
    }

    /**
     * Lists what was created since the first of these was sent, and notes whom it finds. Ends as soon as all are found. What may
     * have been created before, by another clock of Grid's, comes last: mostly nobody is missing then, and those who stand
     * there are customers of parts that were read back earlier.
     */
    void list(List<SentRows> sent) {
        List<Instant> floors = sent.stream()
                .map(rows -> rows.submission().createdFloor())
                .filter(Objects::nonNull)
                .toList();
        Instant first = floors.stream().min(Instant::compareTo).orElseThrow();
        CreatedSpan since = CreatedSpan.since(first);
        CreatedSpan before = CreatedSpan.between(first.minus(CLOCK_SKEW), since.from());
        Map<String, SentRows> wanted = new ConcurrentHashMap<>();
        sent.forEach(rows -> rows.rows().forEach(row -> wanted.put(row.customerId(), rows)));
        boolean inDoubt = sent.stream().anyMatch(rows -> rows.submission().state() == SubmissionState.DISCOVER);
        list(since.cutBy(floors, READERS.calls()), wanted, inDoubt);
        if (!wanted.isEmpty()) {
            list(List.of(before), wanted, inDoubt);
        }
    }

    private void list(List<CreatedSpan> spans, Map<String, SentRows> wanted, boolean withData) {
        Iterator<CreatedSpan> left = spans.iterator();
        READERS.forEach(() -> left.hasNext() ? left.next() : null, span -> list(span, wanted, withData));
    }

    private void list(CreatedSpan span, Map<String, SentRows> wanted, boolean withData) {
        String cursor = "";
        do {
            CustomerPage page = grid.created(span, cursor, withData);
            for (GridCustomer customer : page.customers()) {
                SentRows rows = wanted.remove(customer.platformCustomerId());
                if (rows != null) {
                    rows.listed().put(customer.platformCustomerId(), customer);
                }
            }
            // A cursor that leads to itself would lead on for ever.
            cursor = page.nextCursor().equals(cursor) ? "" : page.nextCursor();
        } while (!cursor.isEmpty() && !wanted.isEmpty());
    }

    /** Whom Grid has under this id, whenever created. */
    List<GridCustomer> lookUp(String platformCustomerId) {
        return grid.withPlatformId(platformCustomerId);
    }
}
