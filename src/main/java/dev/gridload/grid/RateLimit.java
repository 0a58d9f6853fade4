package dev.gridload.grid;

import java.time.Duration;

/** At most so many requests a second, evenly spaced, over all threads. */
final class RateLimit {

    private final long spacingNanos;
    private final Sleeper sleeper;
    private long nextFree = System.nanoTime();
    private long heldUntil = nextFree;

    /** @param perSecond 0 for no limit */
    RateLimit(double perSecond, Sleeper sleeper) {
        this.spacingNanos = perSecond <= 0 ? 0 : (long) (1e9 / perSecond);
        this.sleeper = sleeper;
    }

    /** Waits for its turn; when Grid asks for patience meanwhile, for that too. */
    void await() {
        long turn;
        do {
            turn = reserve();
            long wait = turn - System.nanoTime();
            if (wait > 0) {
                sleeper.pause(Duration.ofNanos(wait));
            }
        } while (isHeldOffBeyond(turn));
    }

    /** Nobody sends before this much time has gone by: Grid asked for it. */
    synchronized void holdOff(Duration duration) {
        heldUntil = Math.max(heldUntil, System.nanoTime() + duration.toNanos());
        nextFree = Math.max(nextFree, heldUntil);
    }

    private synchronized long reserve() {
        long turn = Math.max(System.nanoTime(), nextFree);
        nextFree = turn + spacingNanos;
        return turn;
    }

    private synchronized boolean isHeldOffBeyond(long turn) {
        return turn < heldUntil;
    }
}
