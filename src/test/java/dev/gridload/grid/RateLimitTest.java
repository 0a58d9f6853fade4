package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    @Test
    void letsNobodyPassWhoWaitsAlreadyWhenGridAsksForPatience() {
        Grid grid = new Grid();
        AtomicReference<RateLimit> limit = new AtomicReference<>();
        limit.set(new RateLimit(
                0.01,
                wait -> {
                    if (grid.now == Grid.START) {
                        limit.get().holdOff(Duration.ofHours(1));
                    }
                    grid.runFor(wait.toNanos());
                },
                grid));
        limit.get().await().answered();
        assertThat(grid.now).isEqualTo(Grid.START);
        limit.get().await();
        assertThat(grid.now).isEqualTo(Grid.START + Duration.ofHours(1).toNanos());
    }

    @Test
    void aCallWhoseCallerWaitsByItselfIsToldOfPatienceAtOnce() {
        Grid grid = new Grid();
        RateLimit limit = new RateLimit(10, wait -> grid.runFor(wait.toNanos()), grid);
        limit.holdOff(Duration.ofMinutes(1));

        assertThat(limit.awaitUnlessHeld()).isNull();
        assertThat(limit.heldFor()).isEqualTo(Duration.ofMinutes(1));
        assertThat(grid.now).isEqualTo(Grid.START);
    }

    /** Threads that sleep are woken late; each request is delayed on its way, and Grid takes its time for each answer. */
    @ParameterizedTest
    @CsvSource({
        "0.5,QUICK",
        "1.5,QUICK",
        "3,QUICK",
        "60,QUICK",
        "500,QUICK",
        "100,COLD",
        "20,COLD",
        "100,STALLING",
        "60,FAR",
        "500,FAR",
        "100,LOSING",
        "200,UNEVEN"
    })
    void noSecondOfGridsClockHasMoreThanItsRoomAndTheRateIsUsed(double perSecond, Way way) {
        Random random = new Random(7);
        Grid grid = new Grid();
        RateLimit limit = new RateLimit(perSecond, wait -> grid.runFor(wait.toNanos() + random.nextInt(400_000)), grid);
        int requests = (int) (200 + 60 * perSecond);
        for (int i = 0; i < requests; i++) {
            grid.send(limit.await(), way.delay(i, random), way.answer(i, random));
        }
        grid.runFor(Duration.ofMinutes(5).toNanos());

        List<Long> arrivals = grid.arrivals.stream().sorted().toList();
        int room = (int) Math.ceil(perSecond);
        for (int i = room; i < requests; i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - room)).isGreaterThan((long) (1e9 * room / perSecond));
        }
        double seconds = (arrivals.get(requests - 1) - arrivals.get(0)) / 1e9;
        assertThat((requests - 1) / seconds).isGreaterThan(way.share() * perSecond);
    }

    /** What Grid answers now within 0.1 s and then within 0.9 s takes no more than a tenth from the rate. */
    @Test
    void aGridThatAnswersUnevenlyIsSentNearlyAsMuch() {
        Random random = new Random(7);
        Grid grid = new Grid();
        RateLimit limit = new RateLimit(50, wait -> grid.runFor(wait.toNanos()), grid);
        for (int i = 0; i < 20_000; i++) {
            grid.send(limit.await(), 1, 100_000_000L + random.nextInt(800_000_000));
        }

        double seconds = (grid.now - Grid.START) / 1e9;
        assertThat(20_000 / seconds).isBetween(0.9 * 50, 50.0);
    }

    /** Who did not send for a while has not saved up for a burst. */
    @Test
    void idleTimeIsNotMadeUpFor() {
        AtomicLong clock = new AtomicLong(0);
        RateLimit limit = new RateLimit(10, wait -> clock.addAndGet(wait.toNanos()), clock::get);
        limit.await().answered();
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        long from = clock.get();
        for (int i = 0; i < 10; i++) {
            limit.await().answered();
        }

        assertThat(clock.get() - from).isGreaterThan(Duration.ofMillis(500).toNanos());
    }

    private enum Way {
        QUICK {
            @Override
            long delay(int request, Random random) {
                return random.nextInt(5_000_000);
            }
        },
        /** The first requests wait for classes to be loaded and code to be compiled. */
        COLD {
            @Override
            long delay(int request, Random random) {
                return request < 80 ? random.nextInt(400_000_000) : random.nextInt(5_000_000);
            }
        },
        /** Now and then everything on its way is stopped for a third of a second. */
        STALLING {
            @Override
            long delay(int request, Random random) {
                int since = request % 500;
                return since < 33 ? (33 - since) * 10_000_000L : random.nextInt(2_000_000);
            }
        },
        FAR {
            @Override
            long delay(int request, Random random) {
                return 90_000_000L + random.nextInt(8_000_000);
            }

            @Override
            long answer(int request, Random random) {
                return 85_000_000L + random.nextInt(12_000_000);
            }
        },
        /** A Grid with much to do, and now and then a stop on the way to it. */
        UNEVEN {
            @Override
            long delay(int request, Random random) {
                return STALLING.delay(request, random);
            }

            @Override
            long answer(int request, Random random) {
                return 20_000_000L + random.nextInt(100_000_000);
            }

            @Override
            double share() {
                return 0.9;
            }
        },
        LOSING {
            @Override
            long delay(int request, Random random) {
                return request % 150 == 70 ? random.nextInt(900_000_000) : random.nextInt(5_000_000);
            }

            @Override
            long answer(int request, Random random) {
                return request % 150 == 70 ? 60_000_000_000L : random.nextInt(2_000_000);
            }
        };

        /** How much of the rate is used at least. */
        double share() {
            return 0.95;
        }

        abstract long delay(int request, Random random);

        long answer(int request, Random random) {
            return random.nextInt(2_000_000);
        }
    }

    /** A clock that goes on only while somebody waits, and what happens meanwhile. */
    private static final class Grid implements LongSupplier {

        static final long START = 5_000_000_000L;

        private final PriorityQueue<Map.Entry<Long, RateLimit.Turn>> answers =
                new PriorityQueue<>(Map.Entry.comparingByKey());
        private final List<Long> arrivals = new ArrayList<>();
        private long now = START;

        void send(RateLimit.Turn turn, long delay, long answer) {
            arrivals.add(now + delay);
            answers.add(Map.entry(now + delay + answer, turn));
        }

        void runFor(long nanos) {
            long end = now + nanos;
            while (!answers.isEmpty() && answers.element().getKey() <= end) {
                Map.Entry<Long, RateLimit.Turn> answer = answers.remove();
                now = Math.max(now, answer.getKey());
                answer.getValue().answered();
            }
            now = end;
        }

        @Override
        public long getAsLong() {
            return now;
        }
    }
}
