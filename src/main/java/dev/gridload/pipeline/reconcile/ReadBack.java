package dev.gridload.pipeline.reconcile;

import dev.gridload.grid.CustomerPage;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.SubmissionState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads from Grid which customers it has. */
final class ReadBack {

    /** Servers of one Grid may disagree about the time by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private final GridApi grid;

    ReadBack(GridApi grid) {
        this.grid = grid;
    }

    /** Lists what was created since the first of these was sent, and notes whom it finds. Ends as soon as all are found. */
    void list(List<SentRows> sent) {
        Instant floor = sent.stream()
                .map(rows -> rows.submission().createdFloor())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
        Map<String, SentRows> wanted = new HashMap<>();
        sent.forEach(rows -> rows.rows().forEach(row -> wanted.put(row.customerId(), rows)));
        boolean inDoubt = sent.stream().anyMatch(rows -> rows.submission().state() == SubmissionState.DISCOVER);
        String cursor = "";
        do {
            CustomerPage page = grid.createdSince(floor.minus(CLOCK_SKEW), cursor, inDoubt);
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
