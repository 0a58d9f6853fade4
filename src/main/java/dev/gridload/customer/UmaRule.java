package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import dev.gridload.account.identifier.Ascii;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a UMA address. */
public enum UmaRule implements StatedRule {
    UMA_DOLLAR(
            RuleClass.HARD,
            "A UMA address begins with $",
            "Write $ before the name",
            "Grid, configuring customers: UMA addresses follow the format $username@domain"),
    UMA_FORMAT(
            RuleClass.HARD,
            "A UMA address is $name@domain, and the name has a-z, 0-9, hyphen, underscore, period and plus",
            "Compare with $jane.doe@uma.example.com",
            "Grid, configuring customers: UMA addresses follow the format $username@domain"),
    UMA_LENGTH(
            RuleClass.HARD,
            "The name of a UMA address has at most 64 characters, the $ included",
            "Choose a shorter name",
            "Grid, configuring customers: UMA addresses follow the format $username@domain");

    private final RuleText text;

    UmaRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable UmaRule check(CharSequence value) {
        if (value.isEmpty() || value.charAt(0) != '$') {
            return UMA_DOLLAR;
        }
        int at = 1;
        while (at < value.length() && value.charAt(at) != '@') {
            char c = value.charAt(at);
            if (!Ascii.isLetterOrDigit(c) && c != '-' && c != '_' && c != '.' && c != '+') {
                return UMA_FORMAT;
            }
            at++;
        }
        if (at > 64) {
            return UMA_LENGTH;
        }
        return at > 1 && Domain.isFrom(value, at + 1) ? null : UMA_FORMAT;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
