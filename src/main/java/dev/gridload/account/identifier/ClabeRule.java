package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a CLABE. */
public enum ClabeRule implements StatedRule {
    CLABE_FORMAT(
            RuleClass.HARD,
            "A CLABE is 18 digits",
            "Copy the 18 digits from a bank statement, without spaces",
            "Grid OpenAPI, MxnAccountInfo.clabeNumber"),
    CLABE_ZEROS(
            RuleClass.SYNTAX,
            "A CLABE is never eighteen zeros",
            "Ask the customer for the CLABE of the account",
            "Banco de Mexico: bank code 000 does not exist"),
    CLABE_CHECKSUM(
            RuleClass.CHECKSUM,
            "The control digit of the CLABE does not fit the other digits",
            "Compare every digit with a bank statement: one is wrong or two are swapped",
            "ABM and Banco de Mexico: weights 3-7-1, modulus 10"),
    CLABE_BANK_UNKNOWN(
            RuleClass.PLAUSIBILITY,
            "The first three digits of the CLABE name no bank in the bundled list of SPEI participants",
            "Check the first three digits; a bank that joined SPEI lately may be missing from the list",
            "Banco de Mexico, SPEI participants");

    private final RuleText text;

    ClabeRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable ClabeRule check(CharSequence value) {
        if (!Ascii.isDigits(value, 18, 18)) {
            return CLABE_FORMAT;
        }
        if (value.charAt(0) == '0' && Ascii.isOneCharacterRepeated(value)) {
            return CLABE_ZEROS;
        }
        int control = (10 - WeightedDigits.sum371(value, 17) % 10) % 10;
        if (value.charAt(17) - '0' != control) {
            return CLABE_CHECKSUM;
        }
        return SpeiBanks.contains(value) ? null : CLABE_BANK_UNKNOWN;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
