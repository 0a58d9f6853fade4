package dev.gridload.pipeline.attach;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridAccount;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.Account;
import dev.gridload.ledger.Accounts;
import dev.gridload.ledger.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Asks Grid for the status of accounts that are not active yet: less and less often, and not for ever. */
public final class AwaitActive implements Runnable {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(60));
    private static final int PAGE = 500;

    private final Lease lease;
    private final Accounts accounts;
    private final GridApi grid;
    private final Clock clock;
    private final Sleeper sleeper;
    private final CallPool pool;
    private final Duration patience;

    public AwaitActive(
            Lease lease,
            Accounts accounts,
            GridApi grid,
            Clock clock,
            Sleeper sleeper,
            CallPool pool,
            Duration patience) {
        this.lease = lease;
        this.accounts = accounts;
        this.grid = grid;
        this.clock = clock;
        this.sleeper = sleeper;
        this.pool = pool;
        this.patience = patience;
    }

    /** Returns when Grid has called every account active or inactive, when the time is over, or when the import is to stop. */
    @Override
    public void run() {
        Instant deadline = clock.instant().plus(patience);
        for (int attempt = 0; !lease.stopRequested(); attempt++) {
            if (accounts.notActive(lease.importId(), 0, 1).isEmpty()) {
                return;
            }
            pool.forEach(new Pages()::next, this::ask);
            Instant next = clock.instant().plus(BACKOFF.wait(attempt));
            if (next.isAfter(deadline)) {
                return;
            }
            while (clock.instant().isBefore(next) && !lease.stopRequested()) {
                sleeper.pause(STEP);
            }
        }
    }

    private void ask(Account account) {
        for (GridAccount listed : grid.accounts(Objects.requireNonNull(account.gridCustomerId()))) {
            if (listed.id().equals(account.gridAccountId()) && listed.status() != null) {
                accounts.status(lease, account, listed.status());
            }
        }
    }

    private final class Pages {
        private final Queue<Account> page = new ArrayDeque<>();
        private long last;
        private boolean ended;

        @Nullable
        Account next() {
            if (page.isEmpty() && !ended) {
                page.addAll(accounts.notActive(lease.importId(), last, PAGE));
                ended = page.size() < PAGE;
            }
            Account next = lease.stopRequested() ? null : page.poll();
            last = next == null ? last : next.recordNo();
            return next;
        }
    }
}
