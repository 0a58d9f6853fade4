package dev.gridload.grid;

import java.time.Duration;

/** At most so many requests a second, evenly spaced, over all threads. */
final class RateLimit {

    /** Not worth going back for. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private final long spacingNanos;
    private final Sleeper sleeper;
    private long nextFree = System.nanoTime();
    private long heldUntil = System.nanoTime();

    /** @param perSecond 0 for no limit */
    RateLimit(double perSecond, Sleeper sleeper) {
        this.spacingNanos = perSecond <= 0 ? 0 : (long) (1e9 / perSecond);
        this.sleeper = sleeper;
    }

    /** Waits for its turn; when Grid asks for patience meanwhile, for that too. */
    void await() {
        long turn;
        do {
            turn = awaitTurn();
        } while (isHeldBeyond(turn));
    }

    /**
     * The same for a call whose caller waits by itself, and better, when Grid has asked for patience.
     *
     * @return zero when it is its turn; otherwise how long Grid wants no call, which was not waited for
     */
    Duration awaitUnlessHeld() {
        Duration held = heldFor();
        if (held.compareTo(SHORT) <= 0) {
            awaitTurn();
            // Grid may have asked another call for patience while this one waited for its turn.
            held = heldFor();
        }
        if (held.compareTo(SHORT) > 0) {
            return held;
        }
        sleeper.pause(held);
        return Duration.ZERO;
    }

    /** How long Grid still wants no call. */
    synchronized Duration heldFor() {
        return Duration.ofNanos(Math.max(0, heldUntil - System.nanoTime()));
    }

    /** Nobody sends before this much time has gone by: Grid asked for it. */
    synchronized void holdOff(Duration duration) {
        heldUntil = Math.max(heldUntil, System.nanoTime() + duration.toNanos());
        nextFree = Math.max(nextFree, heldUntil);
    }

    private long awaitTurn() {
        long turn = reserve();
        long wait = turn - System.nanoTime();
        if (wait > 0) {
            sleeper.pause(Duration.ofNanos(wait));
        }
        return turn;
    }

    private synchronized long reserve() {
        long turn = Math.max(System.nanoTime(), nextFree);
        nextFree = turn + spacingNanos;
        return turn;
    }

    private synchronized boolean isHeldBeyond(long turn) {
        return turn < heldUntil;
    }
}
