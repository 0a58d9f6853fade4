package dev.gridload.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time and dates as people give them. */
final class Ages {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhdw])");

    private Ages() {}

    /**
     * For example 30d.
     *
     * @param option for the message
     */
    static Duration span(String option, String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new BadArgument(option + " " + text + " is not a span of time; expected for example 12h or 30d");
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }

    /** A date, which begins at midnight here, or a span back from now. */
    static Instant moment(String option, String text, Clock clock) {
        if (SPAN.matcher(text).matches()) {
            return clock.instant().minus(span(option, text));
        }
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadArgument(
                    option + " " + text + " is not a time; expected a date such as 2026-01-31, or a span such as 7d");
        }
    }
}
