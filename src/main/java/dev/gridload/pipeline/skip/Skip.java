package dev.gridload.pipeline.skip;

import dev.gridload.grid.CallPool;
import dev.gridload.grid.CustomerSearch;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.FoundCustomers;
import dev.gridload.ledger.FoundCustomers.Found;
import dev.gridload.ledger.FoundCustomers.Wanted;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leaves out the rows whose customers Grid has. It only reads from Grid, so a search that broke off simply begins again. */
public final class Skip implements Runnable {

    private static final int PAGE = 1_000;

    private final Lease lease;
    private final FoundCustomers customers;
    private final CustomerSearch search;

    public Skip(Lease lease, FoundCustomers customers, GridApi grid, CallPool pool) {
        this.lease = lease;
        this.customers = customers;
        this.search = new CustomerSearch(grid, pool);
    }

    /** Returns when every customer was looked for, or when the import is to stop. */
    @Override
    public void run() {
        long id = lease.importId();
        if (!customers.awaited(id) || lease.stopRequested()) {
            return;
        }
        customers.begin(lease);
        List<Found> found = new ArrayList<>();
        search.find(customers.wanted(id), wanted(), customer -> add(found, customer), lease::stopRequested);
        if (!lease.stopRequested()) {
            customers.add(lease, found);
            customers.leaveOut(lease);
        }
    }

    private void add(List<Found> found, GridCustomer customer) {
        found.add(new Found(customer.platformCustomerId(), customer.id()));
        if (found.size() == PAGE) {
            customers.add(lease, found);
            found.clear();
        }
    }

    /** The customers of the rows in their order. */
    private Supplier<@Nullable String> wanted() {
        Pages<Wanted> pages =
                new Pages<>(PAGE, last -> customers.wanted(lease.importId(), last == null ? 0 : last.recordNo(), PAGE));
        return () -> {
            Wanted next = lease.stopRequested() ? null : pages.next();
            return next == null ? null : next.customerId();
        };
    }
}
