package dev.gridload.grid;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A moment as Grid writes it (RFC 3339, section 5.6). Lists of millions of customers have one each. */
final class GridTime {

    /** 2025-10-03T12:00:00, and the place of what stands behind it. */
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private static final int NANO_DIGITS = 9;

    private GridTime() {}

    /** Null for what is no moment. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            int nanos = isUtc(text) ? nanos(text) : -1;
            return nanos < 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                            .atTime(LocalTime.of(
                                    number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos))
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether it has the shape in which nearly all come; Java's own parser reads every other. */
    private static boolean isUtc(String text) {
        int length = text.length();
        if (length <= SHAPE.length() || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char wanted = SHAPE.charAt(i);
            char c = text.charAt(i);
            if (wanted == 'd' ? !isDigit(c) : c != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Of the fraction between the seconds and the Z; -1 where that is no fraction of nine digits at most. */
    private static int nanos(String text) {
        int end = text.length() - 1;
        int first = SHAPE.length() + 1;
        if (end == SHAPE.length()) {
            return 0;
        }
        if (text.charAt(SHAPE.length()) != '.' || end == first || end - first > NANO_DIGITS) {
            return -1;
        }
        for (int i = first; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
        }
        int nanos = number(text, first, end);
        for (int digits = end - first; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
