package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** Which values may not be missing. */
public enum PresenceRule implements StatedRule {
    CUSTOMER_FIELD_REQUIRED(
            RuleClass.HARD,
            "Every customer needs a value here",
            "Fill in the value",
            "Grid, configuring customers: CSV Format"),
    INDIVIDUAL_FIELD_REQUIRED(
            RuleClass.HARD,
            "An individual needs a value here",
            "Fill in the value, or correct the customer type",
            "Grid, configuring customers: CSV Format"),
    BUSINESS_FIELD_REQUIRED(
            RuleClass.HARD,
            "A business needs a value here",
            "Fill in the value, or correct the customer type",
            "Grid, configuring customers: CSV Format"),
    ACCOUNT_FIELD_REQUIRED(
            RuleClass.HARD,
            "This account type needs a value here",
            "Fill in the value, or empty the account type if the customer has no account",
            "Grid, external accounts guide"),
    BANK_NAME_MISSING(
            RuleClass.PLAUSIBILITY,
            "The name of the bank is expected for this account type",
            "Fill in the name of the bank",
            "Grid, configuring customers: CSV Format; optional in the OpenAPI"),
    SWIFT_BIC_MISSING(
            RuleClass.PLAUSIBILITY,
            "The BIC of the bank is expected beside an IBAN",
            "Fill in the BIC, 8 or 11 characters",
            "Grid, configuring customers: CSV Format; optional in the OpenAPI");

    private final RuleText text;

    PresenceRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** This rule where {@code value} is null or blank, or null. */
    public @Nullable PresenceRule check(@Nullable CharSequence value) {
        if (value != null) {
            for (int i = 0; i < value.length(); i++) {
                if (value.charAt(i) != ' ') {
                    return null;
                }
            }
        }
        return this;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
