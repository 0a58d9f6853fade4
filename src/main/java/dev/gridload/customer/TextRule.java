package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with any text. */
public enum TextRule implements StatedRule {
    CONTROL_CHARACTER(
            RuleClass.HARD,
            "A value has no control characters or invisible marks of direction, and only a description or a street has line breaks",
            "Export the file again as plain UTF-8 text, or retype the value",
            "Grid, configuring customers: CSV Upload Best Practices"),
    TEXT_LONG(
            RuleClass.PLAUSIBILITY,
            "A text of more than 255 characters is unusual",
            "Check that no other column has run into this one",
            "Grid names no limit; 255 is the one it uses for other texts");

    private final RuleText text;

    TextRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    static final int LONG = 255;

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable TextRule check(CharSequence value) {
        return value.length() > LONG ? TEXT_LONG : null;
    }

    /**
     * {@link #CONTROL_CHARACTER} where {@code value} has a control, a mark of direction, a lone surrogate or U+FFFD.
     *
     * @param severalLines whether people write this text on several lines: tab, line feed and carriage return are fine then
     */
    public static @Nullable TextRule checkCharacters(CharSequence value, boolean severalLines) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && !(severalLines && (c == '\n' || c == '\r' || c == '\t'))) || c == 0x7f) {
                return CONTROL_CHARACTER;
            }
            if (c > 0x7f && isForbidden(value, i, c)) {
                return CONTROL_CHARACTER;
            }
        }
        return null;
    }

    private static boolean isForbidden(CharSequence value, int i, char c) {
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
        }
        boolean line = c <= 0x9f || c == 0x2028 || c == 0x2029;
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
        return line || direction || c == 0xfffd || c == 0xfffe || c == 0xffff;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
