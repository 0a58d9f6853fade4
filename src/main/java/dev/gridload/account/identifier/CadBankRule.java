package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a Canadian institution number. */
public enum CadBankRule implements StatedRule {
    CAD_BANK_CODE_FORMAT(
            RuleClass.HARD,
            "A Canadian bank code is 3 digits",
            "Paper form is branch-bank (00012-001), electronic form is 0, bank and branch (000100012): put bank and branch in a column each",
            "Grid OpenAPI, CadAccountInfo.bankCode"),
    CAD_BANK_UNKNOWN(
            RuleClass.PLAUSIBILITY,
            "No Canadian institution is numbered like this",
            "Compare with a cheque: the bank stands after the branch",
            "Payments Canada, financial institution numbers");

    private final RuleText text;

    CadBankRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** Numbers below 240 are given out singly, the others in blocks: banks, trust companies, credit unions. */
    private static final String SINGLE = "001 002 003 004 006 010 016 030 039 117 127 177 219";

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable CadBankRule check(CharSequence value) {
        if (!Ascii.isDigits(value, 3, 3)) {
            return CAD_BANK_CODE_FORMAT;
        }
        int number = (value.charAt(0) - '0') * 100 + (value.charAt(1) - '0') * 10 + value.charAt(2) - '0';
        if ((number >= 240 && number <= 399) || (number >= 500 && number <= 699) || (number >= 800 && number <= 899)) {
            return null;
        }
        for (int i = 0; i < SINGLE.length(); i += 4) {
            if (Ascii.regionMatches(SINGLE, i, value)) {
                return null;
            }
        }
        return CAD_BANK_UNKNOWN;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
