package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the name of a bank that Grid looks up. */
public enum BankNameRule implements StatedRule {
    BANK_NAME_LENGTH(
            RuleClass.HARD,
            "The name of a bank has at most 255 characters",
            "Take the name from the list of banks that Grid gives for the currency",
            "Grid OpenAPI, NgnAccountInfo.bankName and ZarAccountInfo.bankName");

    private final RuleText text;

    BankNameRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    private static final int LONGEST = 255;

    /** The rule where {@code value} breaks it, or null. */
    public static @Nullable BankNameRule check(CharSequence value) {
        return value.length() > LONGEST ? BANK_NAME_LENGTH : null;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
