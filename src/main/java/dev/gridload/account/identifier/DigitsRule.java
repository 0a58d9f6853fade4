package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** How many digits a number must have; one constant for each kind of number. */
public enum DigitsRule implements StatedRule {
    US_ACCOUNT_NUMBER_FORMAT(
            4,
            17,
            RuleClass.HARD,
            "A US account number is 4 to 17 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid, external accounts guide"),
    NGN_ACCOUNT_NUMBER_FORMAT(
            10,
            10,
            RuleClass.HARD,
            "A Nigerian account number is 10 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, NgnAccountInfo.accountNumber"),
    ZAR_ACCOUNT_NUMBER_FORMAT(
            9,
            13,
            RuleClass.HARD,
            "A South African account number is 9 to 13 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, ZarAccountInfo.accountNumber"),
    CAD_BRANCH_CODE_FORMAT(
            5,
            5,
            RuleClass.HARD,
            "A Canadian branch code is 5 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, CadAccountInfo.branchCode"),
    CAD_ACCOUNT_NUMBER_FORMAT(
            7,
            12,
            RuleClass.HARD,
            "A Canadian account number is 7 to 12 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, CadAccountInfo.accountNumber");

    private final int least;
    private final int most;
    private final RuleText text;

    DigitsRule(int least, int most, RuleClass ruleClass, String message, String hint, String source) {
        this.least = least;
        this.most = most;
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** This rule where {@code value} breaks it, or null. */
    public @Nullable DigitsRule check(CharSequence value) {
        return Ascii.isDigits(value, least, most) ? null : this;
    }

    /** The fewest digits. */
    public int least() {
        return least;
    }

    /** The most digits. */
    public int most() {
        return most;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
