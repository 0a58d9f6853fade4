package dev.gridload.grid;

import java.time.Duration;

/** Waits. Tests hand in one that only counts. */
@FunctionalInterface
public interface Sleeper {

    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    void sleep(Duration duration) throws InterruptedException;

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

    /** The thread was asked to end while it waited. */
    final class Interrupted extends RuntimeException {
        Interrupted() {
            super("interrupted while waiting");
        }
    }
}
