package dev.gridload.grid;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits. Tests hand in one that only counts. */
@FunctionalInterface
public interface Sleeper {

    Duration STEP = Duration.ofMillis(200);

    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits in short steps, and looks before each whether to go on; also before a wait of no length.
     *
     * @param stopRequested whether the run is to stop; what it throws ends the wait too
     */
    static Sleeper heeding(BooleanSupplier stopRequested) {
        return duration -> {
            long end = System.nanoTime() + duration.toNanos();
            do {
                if (stopRequested.getAsBoolean()) {
                    throw new Stopped();
                }
                long left = Math.max(0, end - System.nanoTime());
                TimeUnit.NANOSECONDS.sleep(Math.min(left, STEP.toNanos()));
            } while (System.nanoTime() < end);
        };
    }

    /**
     * Waits, and ends the work of this thread when it is interrupted.
     *
     * @throws Interrupted with the thread's interrupt status set again
     */
    default void pause(Duration duration) {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** The run was asked to stop at its next safe point, and this wait is one. */
    final class Stopped extends RuntimeException {
        Stopped() {
            super("asked to stop while waiting");
        }
    }

    /** The thread was asked to end while it waited. */
    final class Interrupted extends RuntimeException {
        Interrupted() {
            super("interrupted while waiting");
        }
    }
}
