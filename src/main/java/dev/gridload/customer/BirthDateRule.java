package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import dev.gridload.account.identifier.Ascii;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a date of birth. */
public enum BirthDateRule implements StatedRule {
    BIRTH_DATE_FORMAT(
            RuleClass.HARD,
            "A date of birth is written YYYY-MM-DD",
            "Format the column as text, for example 1990-01-15",
            "Grid, configuring customers: Data Validation"),
    BIRTH_DATE_NOT_REAL(
            RuleClass.HARD,
            "The calendar has no such day",
            "Check month and day; they may be swapped",
            "Grid, configuring customers: Data Validation"),
    BIRTH_DATE_FUTURE(
            RuleClass.HARD,
            "A date of birth lies in the past",
            "Check the year; a spreadsheet may have put two digits into the wrong century",
            "Grid, configuring customers: Data Validation"),
    BIRTH_DATE_MINOR(
            RuleClass.PLAUSIBILITY,
            "A customer under 18 is unusual",
            "Check the year; Grid or the bank may refuse a minor",
            "Grid, configuring customers: individuals of legal age"),
    BIRTH_DATE_OLD(
            RuleClass.PLAUSIBILITY,
            "A date of birth before 1900 is unlikely",
            "Check the year",
            "No living person was born before 1900");

    private final RuleText text;

    BirthDateRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks on the day {@code today}, or null. */
    public static @Nullable BirthDateRule check(CharSequence value, LocalDate today) {
        if (value.length() != 10 || value.charAt(4) != '-' || value.charAt(7) != '-') {
            return BIRTH_DATE_FORMAT;
        }
        int year = number(value, 0, 4);
        int month = number(value, 5, 7);
        int day = number(value, 8, 10);
        if (year < 0 || month < 0 || day < 0) {
            return BIRTH_DATE_FORMAT;
        }
        if (year == 0
                || month < 1
                || month > 12
                || day < 1
                || day > Month.of(month).length(Year.isLeap(year))) {
            return BIRTH_DATE_NOT_REAL;
        }
        int age = year != today.getYear()
                ? today.getYear() - year
                : month != today.getMonthValue() ? today.getMonthValue() - month : today.getDayOfMonth() - day;
        if (age < 0) {
            return BIRTH_DATE_FUTURE;
        }
        if (isUnder18(year, month, day, today)) {
            return BIRTH_DATE_MINOR;
        }
        return year < 1900 ? BIRTH_DATE_OLD : null;
    }

    private static boolean isUnder18(int year, int month, int day, LocalDate today) {
        int years = today.getYear() - year;
        boolean birthdayAhead =
                month > today.getMonthValue() || (month == today.getMonthValue() && day > today.getDayOfMonth());
        return years < 18 || (years == 18 && birthdayAhead);
    }

    private static int number(CharSequence value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!Ascii.isDigit(value.charAt(i))) {
                return -1;
            }
            number = number * 10 + value.charAt(i) - '0';
        }
        return number;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
