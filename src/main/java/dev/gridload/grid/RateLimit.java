package dev.gridload.grid;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * At most so many requests a second over all threads, whichever second is looked at, by Grid's clock too. On its way to Grid one
 * request is delayed more than another, so that requests which started well apart may arrive together. When one arrived is not
 * known; but not after it was answered. So each keeps its place for a second from there.
 */
final class RateLimit {

    /** Not worth going back for. */
    private static final Duration SHORT = Duration.ofMillis(50);

    /** The second is taken this much longer, for clocks that count milliseconds. */
    private static final double MARGIN = 1.005;

    /** Lateness of our own that is made up for. */
    private static final long CATCH_UP = Duration.ofMillis(250).toNanos();

    /** What all requests may be delayed on their way, on average, as a share of a second. A Grid that answers unevenly costs no more. */
    private static final double DELAY = 0.1;

    /** Of the time of the quickest answer, which is Grid's work and no delay, this much may be one all the same. */
    private static final long DOUBTED = Duration.ofMillis(10).toNanos();

    /** The first answers are slow for reasons of ours; the quickest of so many is believed. */
    private static final int BELIEVED = 100;

    /** How long to look elsewhere while every place is taken by a request without an answer. */
    private static final long LOOK_AGAIN = Duration.ofMillis(2).toNanos();

    private final int places;
    /** So long so many take: a second, and somewhat more where the rate is no whole number. */
    private final long window;

    private final long spacing;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    /** Who waits for the next turn stands here, the others behind. */
    private final Lock gate = new ReentrantLock(true);

    private final Set<Turn> unanswered = new LinkedHashSet<>();
    /** When the places of those that were answered become free. */
    private final PriorityQueue<Long> taken = new PriorityQueue<>();

    /** What requests may still be delayed: at most all of a second by a second, if those before were hardly. */
    private long delayLeft;

    private long quickest = Long.MAX_VALUE;
    private int answers;
    private long nextFree;
    private long heldUntil;

    /** @param perSecond 0 for no limit */
    RateLimit(double perSecond, Sleeper sleeper) {
        this(perSecond, sleeper, System::nanoTime);
    }

    RateLimit(double perSecond, Sleeper sleeper, LongSupplier nanoTime) {
        this.places = (int) Math.ceil(Math.max(0, perSecond));
        this.window = places == 0 ? 0 : (long) (MARGIN * 1e9 * places / perSecond);
        this.spacing = places == 0 ? 0 : (long) (1e9 / perSecond);
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.delayLeft = window * places;
        this.nextFree = nanoTime.getAsLong();
        this.heldUntil = nextFree;
    }

    /** Waits for its turn; when Grid asks for patience meanwhile, for that too. */
    Turn await() {
        Turn turn = awaitTurn();
        while (turn == null) {
            sleeper.pause(heldFor());
            turn = awaitTurn();
        }
        return turn;
    }

    /**
     * The same for a call whose caller waits by itself, and better, when Grid has asked for patience.
     *
     * @return null when Grid wants no call for some time, see {@link #heldFor}, which was not waited for
     */
    @Nullable
    Turn awaitUnlessHeld() {
        sleeper.pause(Duration.ZERO);
        return awaitTurn();
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

    /** @return null when Grid asked for patience, before or while this was waited for */
    private @Nullable Turn awaitTurn() {
        gate.lock();
        try {
            while (heldFor().compareTo(SHORT) <= 0) {
                long wait = untilNext();
                if (wait <= 0) {
                    return take();
                }
                sleeper.pause(Duration.ofNanos(wait));
            }
            return null;
        } finally {
            gate.unlock();
        }
    }

    private synchronized long untilNext() {
        long now = nanoTime.getAsLong();
        free(now);
        if (places == 0 || unanswered.size() + taken.size() < places) {
            return nextFree - now;
        }
        Long free = taken.peek();
        return Math.max(nextFree - now, free == null ? LOOK_AGAIN : free - now);
    }

    private void free(long now) {
        for (Turn turn : List.copyOf(unanswered)) {
            if (now - turn.since - window >= delay(turn, now)) {
                arrived(turn, now);
            }
        }
        while (!taken.isEmpty() && taken.element() <= now) {
            taken.remove();
        }
    }

    private synchronized Turn take() {
        long now = nanoTime.getAsLong();
        Turn turn = new Turn(now);
        if (places > 0) {
            unanswered.add(turn);
        }
        nextFree = Math.max(nextFree, now - CATCH_UP) + spacing;
        return turn;
    }

    private synchronized void answered(Turn turn, long now) {
        if (turn.answered) {
            return;
        }
        turn.answered = true;
        quickest = Math.min(quickest, now - turn.since);
        answers++;
        if (unanswered.contains(turn)) {
            arrived(turn, now);
        }
    }

    private void arrived(Turn turn, long now) {
        long delay = delay(turn, now);
        delayLeft = Math.min(window * places, delayLeft - delay + (long) (DELAY * window));
        taken.add(turn.since + delay + window);
        unanswered.remove(turn);
    }

    /** What the request may have been delayed until now, as far as there is delay left to be reckoned with; a second at most. */
    private long delay(Turn turn, long now) {
        long usual = answers < BELIEVED ? 0 : Math.max(0, quickest - DOUBTED);
        return Math.max(0, Math.min(now - turn.since - usual, Math.min(window, delayLeft)));
    }

    /** The right to send one request now. */
    final class Turn {

        private final long since;
        private boolean answered;

        private Turn(long since) {
            this.since = since;
        }

        /** Its answer is there, or will never be. Said again it changes nothing. */
        void answered() {
            RateLimit.this.answered(this, nanoTime.getAsLong());
        }
    }
}
