package dev.gridload.grid;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing waits with jitter: each is between half and all of a step that doubles up to a limit.
 *
 * @param first the first step
 * @param limit the longest step
 */
public record Backoff(Duration first, Duration limit) {

    /**
     * How long to wait before the next try.
     *
     * @param attempt from 0
     */
    public Duration wait(int attempt) {
        long step = first.toNanos() << Math.min(attempt, 30);
        if (step <= 0 || step > limit.toNanos()) {
            step = limit.toNanos();
        }
        return Duration.ofNanos(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }
}
