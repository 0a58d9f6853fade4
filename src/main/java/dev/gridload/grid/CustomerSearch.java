package dev.gridload.grid;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out which of many customers Grid has, by as few calls as it takes: by asking for each, or by reading Grid's whole list. */
public final class CustomerSearch {

    /** Customers on a page of Grid's list. */
    private static final long PAGE = 100;

    private final GridApi grid;
    private final CallPool pool;

    public CustomerSearch(GridApi grid, CallPool pool) {
        this.grid = grid;
        this.pool = pool;
    }

    /**
     * Returns when all were looked for, or when there is no next one any more.
     *
     * @param count how many there are
     * @param next the next platformCustomerId, null when there are no more or the search is to stop; asked by one thread at a time
     * @param onFound told customers of Grid, by one thread at a time; where Grid's list is read, also those that nobody asked for
     * @param stopping whether to read no more of Grid's list
     * @throws GridProblem when Grid cannot be asked
     */
    public void find(
            long count, Supplier<@Nullable String> next, Consumer<GridCustomer> onFound, BooleanSupplier stopping) {
        if (count <= 1) {
            askForEach(next, onFound);
            return;
        }
        CustomerPage page = grid.created(CreatedSpan.since(Instant.EPOCH), "", false);
        if (page.total() < 0 || (page.total() + PAGE - 1) / PAGE > count) {
            askForEach(next, onFound);
            return;
        }
        page.customers().forEach(onFound);
        while (!page.nextCursor().isEmpty() && !stopping.getAsBoolean()) {
            page = grid.created(CreatedSpan.since(Instant.EPOCH), page.nextCursor(), false);
            page.customers().forEach(onFound);
        }
    }

    private void askForEach(Supplier<@Nullable String> next, Consumer<GridCustomer> onFound) {
        pool.forEach(next, id -> {
            for (GridCustomer found : grid.withPlatformId(id)) {
                synchronized (this) {
                    onFound.accept(found);
                }
            }
        });
    }
}
