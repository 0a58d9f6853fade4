package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** How many digits a number must have; one constant for each kind of number. */
public enum DigitsRule implements StatedRule {
    US_ACCOUNT_NUMBER_FORMAT(
            RuleClass.HARD,
            "A US account number is 4 to 17 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid, external accounts guide"),
    NGN_ACCOUNT_NUMBER_FORMAT(
            RuleClass.HARD,
            "A Nigerian account number is 10 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, NgnAccountInfo.accountNumber"),
    ZAR_ACCOUNT_NUMBER_FORMAT(
            RuleClass.HARD,
            "A South African account number is 9 to 13 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, ZarAccountInfo.accountNumber"),
    CAD_BRANCH_CODE_FORMAT(
            RuleClass.HARD,
            "A Canadian branch code is 5 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, CadAccountInfo.branchCode"),
    CAD_ACCOUNT_NUMBER_FORMAT(
            RuleClass.HARD,
            "A Canadian account number is 7 to 12 digits",
            "Copy the digits from a bank statement, without spaces; a spreadsheet may have cut leading zeros",
            "Grid OpenAPI, CadAccountInfo.accountNumber");

    private final RuleText text;

    DigitsRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** This rule where {@code value} breaks it, or null. */
    public @Nullable DigitsRule check(CharSequence value) {
        return Ascii.isDigits(value, least(), most()) ? null : this;
    }

    /** The fewest digits. */
    public int least() {
        return switch (this) {
            case US_ACCOUNT_NUMBER_FORMAT -> 4;
            case NGN_ACCOUNT_NUMBER_FORMAT -> 10;
            case ZAR_ACCOUNT_NUMBER_FORMAT -> 9;
            case CAD_BRANCH_CODE_FORMAT -> 5;
            case CAD_ACCOUNT_NUMBER_FORMAT -> 7;
        };
    }

    /** The most digits. */
    public int most() {
        return switch (this) {
            case US_ACCOUNT_NUMBER_FORMAT -> 17;
            case NGN_ACCOUNT_NUMBER_FORMAT -> 10;
            case ZAR_ACCOUNT_NUMBER_FORMAT -> 13;
            case CAD_BRANCH_CODE_FORMAT -> 5;
            case CAD_ACCOUNT_NUMBER_FORMAT -> 12;
        };
    }

    @Override
    public RuleText text() {
        return text;
    }
}
