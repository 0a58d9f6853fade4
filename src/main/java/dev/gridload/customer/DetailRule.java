package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import dev.gridload.account.identifier.Ascii;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What can be wrong with details of a customer that Grid's JSON has and its bulk CSV has not. */
public enum DetailRule implements StatedRule {
    PHONE_FORMAT(
            RuleClass.HARD,
            "A telephone number is + and 7 to 15 digits, the country code first",
            "Write the number in international form, for example +14155550100",
            "Grid OpenAPI, phoneNumber; E.164"),
    INCORPORATED_ON_FORMAT(
            RuleClass.HARD,
            "A date of incorporation is a day written YYYY-MM-DD",
            "Format the column as text, for example 2018-03-14",
            "Grid OpenAPI, BusinessInfo.incorporatedOn"),
    INCORPORATED_ON_FUTURE(
            RuleClass.HARD,
            "A date of incorporation does not lie in the future",
            "Check the year",
            "Grid OpenAPI, BusinessInfo.incorporatedOn"),
    CONSENT_INCOMPLETE(
            RuleClass.HARD,
            "A consent to the end user terms has a moment, an IP address, a version of the terms and a method",
            "Fill in the value, or empty all columns of the consent",
            "Grid OpenAPI, EndUserTermsConsentRequest"),
    CONSENT_TIME_FORMAT(
            RuleClass.HARD,
            "The moment of a consent is a date and a time with its zone",
            "Write for example 2026-03-01T10:00:00Z",
            "Grid OpenAPI, EndUserTermsConsentRequest.acceptedAt");

    private final RuleText text;

    DetailRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** {@link #PHONE_FORMAT} where {@code value} breaks it, or null. */
    public static @Nullable DetailRule phone(CharSequence value) {
        boolean good = value.length() >= 8
                && value.length() <= 16
                && value.charAt(0) == '+'
                && value.charAt(1) != '0'
                && Ascii.isDigits(value, 1);
        return good ? null : PHONE_FORMAT;
    }

    /** The first rule that a date of incorporation breaks on the day {@code today}, or null. */
    public static @Nullable DetailRule incorporatedOn(String value, LocalDate today) {
        if (value.length() != 10 || !Ascii.isDigit(value.charAt(0))) {
            return INCORPORATED_ON_FORMAT;
        }
        try {
            return LocalDate.parse(value).isAfter(today) ? INCORPORATED_ON_FUTURE : null;
        } catch (DateTimeException noDay) {
            return INCORPORATED_ON_FORMAT;
        }
    }

    /** {@link #CONSENT_TIME_FORMAT} where {@code value} breaks it, or null. */
    public static @Nullable DetailRule consentTime(String value) {
        try {
            OffsetDateTime.parse(value);
            return null;
        } catch (DateTimeException noMoment) {
            return CONSENT_TIME_FORMAT;
        }
    }

    @Override
    public RuleText text() {
        return text;
    }
}
