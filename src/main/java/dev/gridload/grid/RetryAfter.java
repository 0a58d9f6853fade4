package dev.gridload.grid;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Retry-After header: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final Duration UNSAID = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(2);

    private RetryAfter() {}

    /** How long to wait; five seconds where Grid does not say, at least a tenth of a second, at most two days. */
    static Duration read(@Nullable String header, Instant gridNow) {
        if (header == null || header.isBlank()) {
            return UNSAID;
        }
        String text = header.strip();
        Duration wait;
        try {
            wait = text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            gridNow,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return UNSAID;
        }
        if (wait.compareTo(Duration.ofMillis(100)) < 0) {
            return Duration.ofMillis(100);
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
