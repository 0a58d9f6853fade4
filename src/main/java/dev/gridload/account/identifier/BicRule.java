package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a BIC. */
public enum BicRule implements StatedRule {
    BIC_FORMAT(
            RuleClass.HARD,
            "A BIC is four letters, two letters of the country and two or five letters or digits",
            "Copy the 8 or 11 characters from a bank statement",
            "Grid OpenAPI, EurAccountInfo.swiftCode"),
    BIC_COUNTRY(
            RuleClass.SYNTAX,
            "The fifth and sixth letter of a BIC are an ISO 3166-1 country",
            "Check these two letters",
            "ISO 9362"),
    BIC_TEST(
            RuleClass.PLAUSIBILITY,
            "The eighth character of this BIC is 0, which marks a test code",
            "Ask the bank for its live BIC",
            "ISO 9362");

    private final RuleText text;

    BicRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable BicRule check(CharSequence value) {
        if (value.length() != 8 && value.length() != 11) {
            return BIC_FORMAT;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(i < 6 ? Ascii.isUpper(c) : Ascii.isUpperOrDigit(c))) {
                return BIC_FORMAT;
            }
        }
        if (!CountryRule.exists(value.charAt(4), value.charAt(5))) {
            return BIC_COUNTRY;
        }
        return value.charAt(7) == '0' ? BIC_TEST : null;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
