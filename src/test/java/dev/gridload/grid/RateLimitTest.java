package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @Test
    void letsNobodyPassWhoWaitsAlreadyWhenGridAsksForPatience() {
        List<Duration> waits = new ArrayList<>();
        AtomicReference<RateLimit> limit = new AtomicReference<>();
        limit.set(new RateLimit(0.01, wait -> {
            waits.add(wait);
            if (waits.size() == 1) {
                limit.get().holdOff(Duration.ofHours(1));
            }
        }));
        limit.get().await();
        assertThat(waits).isEmpty();
        limit.get().await();
        assertThat(waits).hasSize(2);
        assertThat(waits.get(0)).isLessThan(Duration.ofMinutes(2));
        assertThat(waits.get(1)).isGreaterThan(Duration.ofMinutes(58));
    }

    /** Threads that sleep are woken late; the clock of this test goes on as they sleep, and now and then much further. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.5, 3, 60, 500})
    void noSecondHasMoreThanItsRoomAndLatenessIsMadeUpFor(double perSecond) {
        Random random = new Random(7);
        AtomicLong clock = new AtomicLong(5_000_000_000L);
        RateLimit limit = new RateLimit(
                perSecond,
                wait -> clock.addAndGet(
                        wait.toNanos() + (random.nextInt(50) == 0 ? 120_000_000L : random.nextInt(400_000))),
                clock::get);
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 20 + 20 * perSecond; i++) {
            limit.await();
            sent.add(clock.get());
        }

        int room = (int) Math.ceil(perSecond);
        for (int i = room; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - room)).isGreaterThan((long) (1e9 * room / perSecond));
        }
        double seconds = (sent.get(sent.size() - 1) - sent.get(0)) / 1e9;
        assertThat((sent.size() - 1) / seconds).isGreaterThan(0.95 * perSecond);
    }

    /** Who did not send for a while has not saved up for a burst. */
    @Test
    void idleTimeIsNotMadeUpFor() {
        AtomicLong clock = new AtomicLong(0);
        RateLimit limit = new RateLimit(10, wait -> clock.addAndGet(wait.toNanos()), clock::get);
        limit.await();
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        long from = clock.get();
        for (int i = 0; i < 10; i++) {
            limit.await();
        }

        assertThat(clock.get() - from).isGreaterThan(Duration.ofMillis(500).toNanos());
    }
}
