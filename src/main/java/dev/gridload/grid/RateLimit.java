package dev.gridload.grid;

import java.time.Duration;

/** At most so many requests a second, evenly spaced, over all threads. */
final class RateLimit {

    private final long spacingNanos;
    private final Sleeper sleeper;
    private long nextFree = System.nanoTime();

    /** @param perSecond 0 for no limit */
    RateLimit(double perSecond, Sleeper sleeper) {
        this.spacingNanos = perSecond <= 0 ? 0 : (long) (1e9 / perSecond);
        this.sleeper = sleeper;
    }

    void await() {
        long wait = reserve();
        if (wait > 0) {
            sleeper.pause(Duration.ofNanos(wait));
        }
    }

    /** Nobody sends before this much time has gone by: Grid asked for it. */
    synchronized void holdOff(Duration duration) {
        nextFree = Math.max(nextFree, System.nanoTime() + duration.toNanos());
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long mine = Math.max(now, nextFree);
        nextFree = mine + spacingNanos;
        return mine - now;
    }
}
