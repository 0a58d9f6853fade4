package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What two rows of one file may not have, or should not have, in common. */
public enum DuplicateRule implements StatedRule {
    DUPLICATE_ID(
            RuleClass.HARD,
            "The same platformCustomerId stands already in the file",
            "Keep one of the two rows, or give this customer an id of its own",
            "Grid, configuring customers: platformCustomerId is unique"),
    ADDITIONAL_UMA(
            RuleClass.HARD,
            "The same customer with another UMA address stands already in the file; a second address is not sent with the bulk upload",
            "Add the address in Grid once the customer is created; the row is kept in the failed file",
            "Grid, configuring customers: a customer may have several UMA addresses"),
    ADDITIONAL_ACCOUNT(
            RuleClass.HARD,
            "The same customer with another account stands already in the file, and an FBO account cannot be added to a customer",
            "Keep the row with the FBO account first, so that the customer is created with it",
            "Grid, configuring customers: FBO accounts"),
    CUSTOMER_DIFFERS(
            RuleClass.HARD,
            "The same customer with other data stands already in the file",
            "Give a customer the same data in all its rows; only the account may differ",
            "Grid, external accounts guide: a customer may have several accounts"),
    DUPLICATE_UMA(
            RuleClass.HARD,
            "The same UMA address stands already in the file for another customer",
            "Give each customer a UMA address of its own",
            "Grid, configuring customers: a UMA address is unique"),
    SAME_ACCOUNT(
            RuleClass.PLAUSIBILITY,
            "The same account stands already in the file for another customer",
            "Check that both customers really share the account",
            "A shared account is possible, but more often a copying mistake");

    /** The words of a message in whose place the first row can be named. */
    public static final String ANYWHERE = "already in the file";

    private final RuleText text;

    DuplicateRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The column that is to blame. */
    public Column column() {
        return switch (this) {
            case DUPLICATE_ID, CUSTOMER_DIFFERS -> Column.PLATFORM_CUSTOMER_ID;
            case ADDITIONAL_UMA, DUPLICATE_UMA -> Column.UMA_ADDRESS;
            case ADDITIONAL_ACCOUNT, SAME_ACCOUNT -> Column.ACCOUNT_TYPE;
        };
    }

    /** The message, with the row that came first. */
    public String message(long firstRow) {
        return message().replace(ANYWHERE, "already in row " + firstRow);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
