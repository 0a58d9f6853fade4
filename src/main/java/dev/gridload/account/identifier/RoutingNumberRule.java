package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an ABA routing number. */
public enum RoutingNumberRule implements StatedRule {
    ABA_FORMAT(
            RuleClass.HARD,
            "A routing number is 9 digits",
            "Copy the 9 digits from a cheque or from the bank, without spaces",
            "Grid OpenAPI, UsdAccountInfo.routingNumber"),
    ABA_ZEROS(
            RuleClass.SYNTAX,
            "A routing number is never nine zeros",
            "Ask the customer for the routing number of the bank",
            "ABA routing number policy"),
    ABA_PREFIX(
            RuleClass.CHECKSUM,
            "A routing number begins with 00-12, 21-32, 61-72 or 80",
            "Check the first two digits; a lost leading zero shifts all of them",
            "ABA routing number policy"),
    ABA_CHECKSUM(
            RuleClass.CHECKSUM,
            "The check digit of the routing number does not fit the other digits",
            "Compare every digit with a cheque or with the bank: one is wrong or two are swapped",
            "ABA routing number policy: weights 3-7-1, modulus 10");

    private final RuleText text;

    RoutingNumberRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable RoutingNumberRule check(CharSequence value) {
        if (!Ascii.isDigits(value, 9, 9)) {
            return ABA_FORMAT;
        }
        int prefix = (value.charAt(0) - '0') * 10 + value.charAt(1) - '0';
        int sum = WeightedDigits.sum371(value, 9);
        if (prefix == 0 && Ascii.isOneCharacterRepeated(value)) {
            return ABA_ZEROS;
        }
        if (!isAssigned(prefix)) {
            return ABA_PREFIX;
        }
        return sum % 10 == 0 ? null : ABA_CHECKSUM;
    }

    private static boolean isAssigned(int prefix) {
        return prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix == 80;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
