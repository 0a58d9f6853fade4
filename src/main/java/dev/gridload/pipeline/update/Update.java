package dev.gridload.pipeline.update;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.CustomerUpdate;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Pages;
import dev.gridload.ledger.Submissions;
import dev.gridload.ledger.Updates;
import dev.gridload.pipeline.Obstacles;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes the customers that Grid had before to what their rows say, several at a time: looked at, compared, intent committed,
 * call made, outcome committed. Whatever happens in between, looking again tells what is left to change.
 */
public final class Update implements Runnable {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final int PAGE = 500;

    private final Lease lease;
    private final Submissions submissions;
    private final Updates updates;
    private final Sleeper sleeper;
    private final CallPool pool;
    private final Obstacles obstacles;
    private final Changing changing;

    /** @param csvHeader of the staged lines */
    public Update(
            Lease lease,
            Submissions submissions,
            Updates updates,
            GridApi grid,
            Sleeper sleeper,
            CallPool pool,
            String csvHeader,
            Obstacles obstacles) {
        this.lease = lease;
        this.submissions = submissions;
        this.updates = updates;
        this.sleeper = sleeper;
        this.pool = pool;
        this.obstacles = obstacles;
        this.changing = new Changing(lease, updates, grid, obstacles, csvHeader);
    }

    /** Returns when every change is at its end and no customer will bring one, or when the import is to stop. */
    @Override
    public void run() {
        int round = 0;
        while (obstacles.none()) {
            // Looked at first: that a customer was there before and its change come in one transaction.
            boolean allCustomers = submissions.allSettled(lease.importId());
            pool.forEach(open(), changing::change);
            if (!updates.open(lease.importId(), 0, 1).isEmpty()) {
                pause(BACKOFF.wait(round++));
            } else if (allCustomers) {
                return;
            } else {
                round = 0;
                sleeper.pause(TICK);
            }
        }
    }

    private void pause(Duration wait) {
        for (Duration left = wait; left.compareTo(Duration.ZERO) > 0 && obstacles.none(); left = left.minus(STEP)) {
            sleeper.pause(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    /** The open changes in record order, each once, as long as the import goes on. */
    private Supplier<@Nullable CustomerUpdate> open() {
        Pages<CustomerUpdate> pages = new Pages<>(PAGE, last -> after(last == null ? 0 : last.recordNo()));
        return () -> obstacles.noneHere() ? pages.next() : null;
    }

    private List<CustomerUpdate> after(long recordNo) {
        List<CustomerUpdate> open = obstacles.none() ? updates.open(lease.importId(), recordNo, PAGE) : List.of();
        return !open.isEmpty() && obstacles.tooManyFailures() ? List.of() : open;
    }
}
