package dev.gridload.pipeline.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Counts and times as the report page shows them, the same in every locale. */
final class Figures {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private Figures() {}

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String rows(long count) {
        return number(count) + (count == 1 ? " row" : " rows");
    }

    /** In percent, without the sign; 0.0 of nothing. */
    static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f", whole == 0 ? 0.0 : 100.0 * part / whole);
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static String duration(Duration time) {
        if (time.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        String hours = time.toHours() == 0 ? "" : number(time.toHours()) + " h ";
        return hours + time.toMinutesPart() + " min " + time.toSecondsPart() + " s";
    }
}
