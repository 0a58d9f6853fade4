package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** Whether the countries of a BIC and an IBAN agree. */
public enum BicIbanRule implements StatedRule {
    BIC_IBAN_COUNTRY(
            RuleClass.PLAUSIBILITY,
            "The BIC is of another country than the IBAN",
            "Check which of the two belongs to the account",
            "EPC list of IBAN and BIC country pairs");

    private final RuleText text;

    BicIbanRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** Countries whose accounts carry the IBAN of the first one, so that either may stand in a BIC. */
    private static final String[] FAMILIES = {
        "FR GF GP MQ YT RE BL MF PM GG JE NC PF TF WF MC", "GB GG JE IM VG IE", "DK FO GL"
    };

    /** The rule that the pair breaks, or null: also where one is missing or is no BIC or IBAN at all. */
    public static @Nullable BicIbanRule check(@Nullable CharSequence bic, @Nullable CharSequence iban) {
        if (bic == null || iban == null || isDoubtful(BicRule.check(bic)) || isDoubtful(IbanRule.check(iban))) {
            return null;
        }
        if (bic.charAt(4) == iban.charAt(0) && bic.charAt(5) == iban.charAt(1)) {
            return null;
        }
        for (String family : FAMILIES) {
            boolean head =
                    at(family, bic.charAt(4), bic.charAt(5)) == 0 || at(family, iban.charAt(0), iban.charAt(1)) == 0;
            if (head
                    && at(family, bic.charAt(4), bic.charAt(5)) >= 0
                    && at(family, iban.charAt(0), iban.charAt(1)) >= 0) {
                return null;
            }
        }
        return BIC_IBAN_COUNTRY;
    }

    private static boolean isDoubtful(@Nullable StatedRule broken) {
        return broken != null
                && broken.ruleClass() != RuleClass.PLAUSIBILITY
                && broken.ruleClass() != RuleClass.CHECKSUM;
    }

    private static int at(String family, char first, char second) {
        for (int i = 0; i < family.length(); i += 3) {
            if (family.charAt(i) == first && family.charAt(i + 1) == second) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
