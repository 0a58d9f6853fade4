package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** Whether a mobile number was assigned to the provider named. */
public enum ProviderRule implements StatedRule {
    PROVIDER_NOT_ZAMBIAN(
            RuleClass.PLAUSIBILITY,
            "TNM is an operator of Malawi; Grid lists it for Zambia all the same",
            "Check the provider of the mobile account",
            "Grid, external accounts guide; libphonenumber 9.0.43"),
    PROVIDER_PREFIX(
            RuleClass.PLAUSIBILITY,
            "The mobile number lies in a block of another provider",
            "Check number and provider; a ported number is fine",
            "libphonenumber carrier data 2.6");

    private final RuleText text;

    ProviderRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** Country code and provider, then the blocks that were assigned to it. */
    private static final String[][] BLOCKS = {
        {
            "+254", "M-PESA", "70", "71", "72", "740", "741", "742", "743", "745", "746", "748", "749", "757", "758",
            "759", "768", "769", "79", "11"
        },
        {"+255", "VODACOM", "74", "75", "76", "79"},
        {"+255", "AIRTEL", "68", "69", "78"},
        {"+260", "MTN", "96", "76", "56"},
        {"+260", "AIRTEL", "97", "77", "57"},
        {"+260", "ZAMTEL", "95", "75", "55"},
        {"+250", "MTN", "78", "79"},
        {"+250", "AIRTEL", "72", "73"},
    };

    private static final int NATIONAL = 4;
    private static final int WHOLE = NATIONAL + 9;

    /** The rule that the pair breaks, or null: also where one is missing, unknown or no number. */
    public static @Nullable ProviderRule check(@Nullable CharSequence number, @Nullable CharSequence provider) {
        if (number == null || provider == null) {
            return null;
        }
        if (Ascii.startsWith(provider, "TNM") && Ascii.startsWith(number, "+260")) {
            return PROVIDER_NOT_ZAMBIAN;
        }
        if (number.length() != WHOLE || !Ascii.isDigits(number, 1)) {
            return null;
        }
        for (String[] blocks : BLOCKS) {
            if (Ascii.startsWith(number, blocks[0]) && blocks[1].contentEquals(provider)) {
                return lies(number, blocks) ? null : PROVIDER_PREFIX;
            }
        }
        return null;
    }

    private static boolean lies(CharSequence number, String[] blocks) {
        for (int i = 2; i < blocks.length; i++) {
            if (Ascii.regionMatches(number, NATIONAL, blocks[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
