package dev.gridload.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header of an answer for the journal. */
final class RetryAfter {

    private RetryAfter() {}

    /** Null where the answer has no such header or one that nobody understands. */
    static @Nullable Instant end(Reply reply, Instant now) {
        String text = reply.headers().getOrDefault("Retry-After", "");
        if (text.matches("[0-9]{1,9}")) {
            return now.plusSeconds(Long.parseLong(text));
        }
        try {
            return text.isEmpty() ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
