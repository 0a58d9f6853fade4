package dev.gridload.pipeline.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a sheet: numbers of days in the 1900 or the 1904 system, made dates by their format. Numbers of formats as in
 * ECMA-376 part 1, 18.8.30.
 */
final class SheetDates {

    private static final int FIRST_DATE_FORMAT = 14;
    private static final int LAST_DATE_FORMAT = 22;
    /** What a format shows as it stands, and colours and conditions. */
    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[[^\\]]*\\]");

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_CODE = Pattern.compile("[dmyhs]");
    private static final int MOST_DAYS_1900 = 2_958_465;
    private static final int MOST_DAYS_1904 = 2_957_003;
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private final boolean date1904;

    SheetDates(boolean date1904) {
        this.date1904 = date1904;
    }

    /**
     * The number as a date, {@code 1992-03-25}, with the time behind a T where it has one.
     *
     * @return null where the format is none of a date, or the number is none that can be shown as one
     */
    @Nullable
    String text(BigDecimal number, @Nullable Integer formatId, @Nullable String format) {
        if (!isDate(formatId, format)
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(date1904 ? MOST_DAYS_1904 : MOST_DAYS_1900)) > 0) {
            return null;
        }
        long seconds = number.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long days = seconds / 86_400;
        String time = seconds % 86_400 == 0
                ? ""
                : DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofSecondOfDay(seconds % 86_400));
        if (days == 0 && !date1904) {
            return time.isEmpty() ? null : time;
        }
        return date(days) + (time.isEmpty() ? "" : "T" + time);
    }

    private String date(long days) {
        if (date1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days).toString();
        }
        // Day 60 of the 1900 system is a day that never was; Excel shows it all the same.
        if (days == 60) {
            return "1900-02-29";
        }
        return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days).toString();
    }

    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id == null) {
            return false;
        }
        boolean builtIn = (id >= FIRST_DATE_FORMAT && id <= LAST_DATE_FORMAT)
                || (id >= 27 && id <= 36)
                || (id >= 50 && id <= 58)
                || id == 45
                || id == 47;
        if (builtIn) {
            return true;
        }
        if (format == null || ELAPSED.matcher(format).find()) {
            return false;
        }
        String code =
                NOT_CODE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT).replace("general", "");
        return DATE_CODE.matcher(code).find();
    }
}
