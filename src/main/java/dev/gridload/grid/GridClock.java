package dev.gridload.grid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Grid's time as a lower bound. A Date header is cut to whole seconds and was written before we read it, so the greatest
 * difference seen is the closest one and still never ahead of Grid.
 */
final class GridClock {

    private final Clock ours;
    private @Nullable Duration ahead;

    GridClock(Clock ours) {
        this.ours = ours;
    }

    synchronized void observe(@Nullable String dateHeader) {
        if (dateHeader == null) {
            return;
        }
        try {
            Instant theirs = ZonedDateTime.parse(dateHeader, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration difference = Duration.between(ours.instant(), theirs);
            if (ahead == null || difference.compareTo(ahead) > 0) {
                ahead = difference;
            }
        } catch (DateTimeParseException e) {
            // A Grid with a strange Date header is still a Grid; our own clock serves then.
            if (ahead == null) {
                ahead = Duration.ZERO;
            }
        }
    }

    synchronized boolean known() {
        return ahead != null;
    }

    synchronized Instant now() {
        return ours.instant().plus(ahead == null ? Duration.ZERO : ahead);
    }
}
