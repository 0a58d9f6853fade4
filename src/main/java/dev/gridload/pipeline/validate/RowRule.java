package dev.gridload.pipeline.validate;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What can be wrong with a row as a whole. */
public enum RowRule implements StatedRule {
    ACCOUNT_TYPE_MISSING(
            RuleClass.HARD,
            "The row describes an account but does not say of which type",
            "Fill in the account type, or empty the account columns if the customer has no account",
            "Grid, configuring customers: CSV Format"),
    ACCOUNT_NEEDED(
            RuleClass.HARD,
            "An import of accounts only needs an account in every row, and FBO accounts come with their customers only",
            "Fill in the account, or take the row out",
            "Grid, external accounts guide");

    private final RuleText text;

    RowRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
