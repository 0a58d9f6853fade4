package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the legal name of a business. */
public enum BusinessNameRule implements StatedRule {
    BUSINESS_NAME_SPACES(
            RuleClass.HARD,
            "A name has single spaces only, and none at its ends",
            "Take out the spaces that are too many",
            "Grid, configuring customers: Data Validation"),
    BUSINESS_NAME_CHARACTER(
            RuleClass.HARD,
            "The name of a business has letters, digits and the marks found in registers, but none of < > { } [ ] \\ ^ | ~",
            "Write the name as it stands in the register",
            "Grid, configuring customers: Data Validation"),
    BUSINESS_NAME_EMPTY(
            RuleClass.HARD,
            "The name of a business has at least one letter or digit",
            "Write the name as it stands in the register",
            "Grid, configuring customers: Data Validation"),
    BUSINESS_NAME_LONG(
            RuleClass.PLAUSIBILITY,
            "A name of more than 255 characters is unusual",
            "Check that no other column has run into this one",
            "Grid names no limit; 255 is the one it uses for other texts");

    private final RuleText text;

    BusinessNameRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable BusinessNameRule check(CharSequence value) {
        boolean substance = false;
        int before = ' ';
        for (int i = 0; i < value.length(); i += Character.charCount(before)) {
            int c = Character.codePointAt(value, i);
            if (c == ' ' && before == ' ') {
                return BUSINESS_NAME_SPACES;
            }
            if (isForbidden(c)) {
                return BUSINESS_NAME_CHARACTER;
            }
            substance = substance || Character.isLetterOrDigit(c);
            before = c;
        }
        if (before == ' ' && !value.isEmpty()) {
            return BUSINESS_NAME_SPACES;
        }
        if (!substance) {
            return BUSINESS_NAME_EMPTY;
        }
        return value.length() > TextRule.LONG ? BUSINESS_NAME_LONG : null;
    }

    private static boolean isForbidden(int c) {
        return switch (c) {
            case '<', '>', '{', '}', '[', ']', '\\', '^', '|', '~' -> true;
            default -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        };
    }

    @Override
    public RuleText text() {
        return text;
    }
}
