package dev.gridload.pipeline.update;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.CustomerUpdate;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Updates;
import dev.gridload.pipeline.Obstacles;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Changes the customers that Grid had before to what their rows say, several at a time: looked at, compared, intent committed,
 * call made, outcome committed. Whatever happens in between, looking again tells what is left to change.
 */
public final class Update implements Runnable {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final int PAGE = 500;

    private final Lease lease;
    private final Updates updates;
    private final Sleeper sleeper;
    private final CallPool pool;
    private final Obstacles obstacles;
    private final Changing changing;

    /** @param csvHeader of the staged lines */
    public Update(
            Lease lease,
            Updates updates,
            GridApi grid,
            Sleeper sleeper,
            CallPool pool,
            String csvHeader,
            Obstacles obstacles) {
        this.lease = lease;
        this.updates = updates;
        this.sleeper = sleeper;
        this.pool = pool;
        this.obstacles = obstacles;
        this.changing = new Changing(lease, updates, grid, obstacles, csvHeader);
    }

    /** Returns when every change is at its end, or when the import is to stop. */
    @Override
    public void run() {
        for (int round = 0; obstacles.none(); round++) {
            pool.forEach(new Pages()::next, changing::change);
            if (updates.open(lease.importId(), 0, 1).isEmpty()) {
                return;
            }
            pause(BACKOFF.wait(round));
        }
    }

    private void pause(Duration wait) {
        for (Duration left = wait; left.compareTo(Duration.ZERO) > 0 && obstacles.none(); left = left.minus(STEP)) {
            sleeper.pause(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    /** The open changes in record order, each once, as long as the import goes on. */
    private final class Pages {
        private final Queue<CustomerUpdate> page = new ArrayDeque<>();
        private long last;
        private boolean ended;

        @Nullable
        CustomerUpdate next() {
            if (!obstacles.noneHere()) {
                return null;
            }
            if (page.isEmpty() && !ended) {
                fill();
            }
            CustomerUpdate next = page.poll();
            last = next == null ? last : next.recordNo();
            return next;
        }

        private void fill() {
            List<CustomerUpdate> open = obstacles.none() ? updates.open(lease.importId(), last, PAGE) : List.of();
            ended = open.size() < PAGE;
            if (!open.isEmpty() && obstacles.tooManyFailures()) {
                ended = true;
            } else {
                page.addAll(open);
            }
        }
    }
}
