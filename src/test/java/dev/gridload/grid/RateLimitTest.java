package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

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
}
