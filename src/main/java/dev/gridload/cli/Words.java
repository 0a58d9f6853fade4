package dev.gridload.cli;

import dev.gridload.ledger.RowState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers as people read them. */
final class Words {

    private Words() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** For example {@code 1 row} or {@code 1,200 rows}. */
    static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** To the second, in UTC. */
    static String moment(Instant instant) {
        return instant.toString().substring(0, 19) + "Z";
    }

    static String state(RowState state) {
        return switch (state) {
            case STAGED -> "waiting";
            case IN_FLIGHT, POLLING -> "in Grid's hands";
            case DISCOVER -> "in doubt";
            case CREATED -> "created";
            case ALREADY_EXISTED -> "already existed";
            case REJECTED -> "rejected, never sent";
            case DUPLICATE -> "repeated, never sent";
            case FAILED -> "failed";
            case NEEDS_OPERATOR -> "needs a decision";
        };
    }

    static String duration(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
}
