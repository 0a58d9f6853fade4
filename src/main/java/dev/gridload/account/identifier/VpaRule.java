package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a UPI address. */
public enum VpaRule implements StatedRule {
    VPA_FORMAT(
            RuleClass.HARD,
            "A UPI address is name@handle: letters, digits, dot, hyphen or underscore before the @, letters or digits after it",
            "Copy the address from the UPI app; an e-mail address or an IFSC form is not accepted",
            "Grid OpenAPI, InrAccountInfo.vpa"),
    VPA_LENGTH(
            RuleClass.HARD,
            "A UPI address has 3 to 255 characters",
            "Copy the address from the UPI app",
            "Grid OpenAPI, InrAccountInfo.vpa");

    private final RuleText text;

    VpaRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable VpaRule check(CharSequence value) {
        if (value.length() < 3 || value.length() > 255) {
            return VPA_LENGTH;
        }
        int at = -1;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '@' && at < 0) {
                at = i;
            } else if (!Ascii.isLetterOrDigit(c) && (at >= 0 || (c != '.' && c != '-' && c != '_'))) {
                return VPA_FORMAT;
            }
        }
        return at > 0 && at < value.length() - 1 ? null : VPA_FORMAT;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
