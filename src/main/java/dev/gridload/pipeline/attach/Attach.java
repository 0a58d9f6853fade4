package dev.gridload.pipeline.attach;

import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.Account;
import dev.gridload.ledger.AccountState;
import dev.gridload.ledger.Accounts;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Pages;
import dev.gridload.ledger.Submissions;
import dev.gridload.pipeline.Obstacles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Creates the accounts whose customers are in Grid, several at a time: intent committed, call made, outcome committed. What Grid
 * may have done without our knowing is found out by reading the accounts of the customer, and only then sent again.
 */
public final class Attach implements Runnable {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int PAGE = 500;

    private final Lease lease;
    private final Submissions submissions;
    private final Accounts accounts;
    private final Sleeper sleeper;
    private final CallPool pool;
    private final Obstacles obstacles;
    private final Sending sending;
    private final Discovery discovery;

    /**
     * @param csvHeader of the staged lines
     * @param settle how long an account that Grid has created may be missing from its lists
     */
    public Attach(
            Lease lease,
            Submissions submissions,
            Accounts accounts,
            GridApi grid,
            Clock clock,
            Sleeper sleeper,
            CallPool pool,
            String csvHeader,
            Duration settle,
            Obstacles obstacles) {
        this.lease = lease;
        this.submissions = submissions;
        this.accounts = accounts;
        this.sleeper = sleeper;
        this.pool = pool;
        this.obstacles = obstacles;
        this.sending = new Sending(lease, accounts, grid, obstacles, csvHeader);
        this.discovery = new Discovery(lease, accounts, grid, clock, settle);
    }

    /** Returns when no account is open any more and no customer will bring one, or when the import is to stop. */
    @Override
    public void run() {
        while (obstacles.none()) {
            // Looked at first: a customer's end and the turn of its accounts come in one transaction.
            boolean allCustomers = submissions.allSettled(lease.importId());
            if (accounts.open(lease.importId()) > 0) {
                bringForward();
            } else if (allCustomers) {
                return;
            }
            sleeper.pause(TICK);
        }
    }

    /** Sends the accounts whose turn has come, and looks after those in doubt. */
    void bringForward() {
        each(AccountState.PLANNED, account -> true, sending::send);
        each(AccountState.DISCOVER, discovery::due, discovery::lookAt);
    }

    /** The accounts of one state in record order, each once, as long as the import goes on. */
    private void each(AccountState state, Predicate<Account> wanted, Consumer<Account> work) {
        Pages<Account> pages = new Pages<>(PAGE, last -> after(state, last == null ? 0 : last.recordNo()));
        pool.forEach(
                () -> {
                    Account next = obstacles.noneHere() ? pages.next() : null;
                    while (next != null && !wanted.test(next)) {
                        next = pages.next();
                    }
                    return next;
                },
                work);
    }

    private List<Account> after(AccountState state, long recordNo) {
        List<Account> found = obstacles.none() ? accounts.inState(lease.importId(), state, recordNo, PAGE) : List.of();
        return state == AccountState.PLANNED && !found.isEmpty() && obstacles.tooManyFailures() ? List.of() : found;
    }
}
