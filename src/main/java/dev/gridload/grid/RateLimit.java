package dev.gridload.grid;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * At most so many requests a second over all threads, whichever second is looked at, and evenly spaced as far as threads wake up in
 * time: who comes late may be followed more closely, but never by more than the second has room for.
 */
final class RateLimit {

    /** Not worth going back for. */
    private static final Duration SHORT = Duration.ofMillis(50);

    /** What a request may lose on its way to Grid. */
    private static final double MARGIN = 1.01;

    /** Lateness that is made up for. */
    private static final long CATCH_UP = Duration.ofMillis(250).toNanos();

    private final long spacingNanos;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    /** Who waits for the next turn stands here, the others behind. */
    private final Lock gate = new ReentrantLock(true);
    /** When the last ones went, as many as a second has room for; the oldest is the next to be written over. */
    private final long[] gone;
    /** So long so many take: a second, and somewhat more where the rate is no whole number. */
    private final long window;

    private int oldest;
    private long nextFree;
    private long heldUntil;

    /** @param perSecond 0 for no limit */
    RateLimit(double perSecond, Sleeper sleeper) {
        this(perSecond, sleeper, System::nanoTime);
    }

    RateLimit(double perSecond, Sleeper sleeper, LongSupplier nanoTime) {
        this.spacingNanos = perSecond <= 0 ? 0 : (long) (1e9 / perSecond);
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.nextFree = nanoTime.getAsLong();
        this.heldUntil = nextFree;
        this.gone = new long[(int) Math.ceil(Math.max(0, perSecond))];
        this.window = (long) (MARGIN * spacingNanos * gone.length);
        Arrays.fill(gone, nextFree - window);
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

    /** How long Grid still wants no call; zero where it does not mind. */
    synchronized Duration heldFor() {
        return Duration.ofNanos(Math.max(0, heldUntil - nanoTime.getAsLong()));
    }

    /** Nobody sends before this much time has gone by: Grid asked for it. */
    synchronized void holdOff(Duration duration) {
        heldUntil = Math.max(heldUntil, nanoTime.getAsLong() + duration.toNanos());
        nextFree = Math.max(nextFree, heldUntil);
    }

    private long awaitTurn() {
        gate.lock();
        try {
            long turn = nextTurn();
            long wait = turn - nanoTime.getAsLong();
            if (wait > 0) {
                sleeper.pause(Duration.ofNanos(wait));
            }
            return take(turn);
        } finally {
            gate.unlock();
        }
    }

    private synchronized long nextTurn() {
        long even = Math.max(nanoTime.getAsLong(), nextFree);
        return gone.length == 0 ? even : Math.max(even, gone[oldest] + window);
    }

    /** @return when it really goes, which may be later than its turn */
    private synchronized long take(long turn) {
        long now = Math.max(nanoTime.getAsLong(), turn);
        if (gone.length > 0) {
            gone[oldest] = now;
            oldest = (oldest + 1) % gone.length;
        }
        nextFree = Math.max(nextFree, now - CATCH_UP) + spacingNanos;
        return now;
    }

    private synchronized boolean isHeldBeyond(long turn) {
        return turn < heldUntil;
    }
}
