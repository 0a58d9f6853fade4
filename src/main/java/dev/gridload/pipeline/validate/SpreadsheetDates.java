package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the forms in which spreadsheets write days, and says how each is to be rewritten. A birthday is nobody else's
 * business, so the day itself is not repeated, only its year. Two readings are never decided.
 */
final class SpreadsheetDates {

    private static final Pattern YEAR_LAST =
            Pattern.compile("([0-9]{1,2})([/.\\- ])([0-9]{1,2})\\2([0-9]{4})(?:[ T][0-9:.]+)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([/.\\- ]?)([0-9]{1,2})\\2([0-9]{1,2})(?:[ T][0-9:.]+Z?)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("[0-9]{1,2}([/.\\-])[0-9]{1,2}\\1[0-9]{2}");
    private static final Pattern DAY_NUMBER = Pattern.compile("([1-9][0-9]{4})(?:[.,]0+)?");

    /** Day 60 of the usual count is a 29 February 1900 that never was; later days count from here. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final String AS_DATE =
            "Format the column as YYYY-MM-DD or as text in the spreadsheet and export the file again";

    private SpreadsheetDates() {}

    /** Null where the value does not look like a day. */
    static @Nullable Explanation explain(Rule rule, String value) {
        Matcher last = YEAR_LAST.matcher(value);
        if (last.matches()) {
            return yearLast(rule, number(last, 1), number(last, 3), number(last, 4));
        }
        Matcher first = YEAR_FIRST.matcher(value);
        if (first.matches() && exists(number(first, 1), number(first, 3), number(first, 4))) {
            return new Explanation(
                    rule.message() + "; found year, month and day written otherwise, probably a day of "
                            + first.group(1),
                    "Write the same numbers as YYYY-MM-DD, month and day with two digits each, without a time");
        }
        if (SHORT_YEAR.matcher(value).matches()) {
            return new Explanation(
                    rule.message() + "; found a date with a year of two digits, so that the century is lost",
                    "Write the year with four digits. " + AS_DATE);
        }
        Matcher number = DAY_NUMBER.matcher(value);
        if (number.matches()) {
            return new Explanation(
                    rule.message() + "; found the day number of a spreadsheet, probably a day of "
                            + DAY_ZERO.plusDays(number(number, 1)).getYear(),
                    AS_DATE);
        }
        return null;
    }

    /** Of a value that is written well and no day of the calendar. Null where nothing more can be said. */
    static @Nullable Explanation explainImpossible(Rule rule, String value) {
        Matcher first = YEAR_FIRST.matcher(value);
        if (!first.matches()) {
            return null;
        }
        int year = number(first, 1);
        int middle = number(first, 3);
        int last = number(first, 4);
        if (middle > 12 && exists(year, last, middle)) {
            return new Explanation(
                    rule.message() + "; found year, day and month",
                    "Day and month look swapped: write year, month and day, so exchange the last two numbers");
        }
        return middle >= 1 && middle <= 12 && last >= 1 && last <= 31
                ? new Explanation(
                        rule.message() + "; found a day that this month has not in that year",
                        "Compare the day with the identity document")
                : null;
    }

    private static @Nullable Explanation yearLast(Rule rule, int one, int two, int year) {
        boolean monthFirst = exists(year, one, two);
        boolean dayFirst = exists(year, two, one);
        if (monthFirst && dayFirst && one != two) {
            return new Explanation(
                    rule.message() + "; found a date that can be read as day and month or as month and day",
                    AS_DATE + "; numbers above 12 in this column tell which of the two is the day");
        }
        if (monthFirst) {
            return new Explanation(
                    rule.message() + "; found month, day and year, probably a day of " + year,
                    "Write it as YYYY-MM-DD: the third number, then the first, then the second, with two digits each");
        }
        return dayFirst
                ? new Explanation(
                        rule.message() + "; found day, month and year, probably a day of " + year,
                        "Write it as YYYY-MM-DD: the third number, then the second, then the first, with two digits each")
                : null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
