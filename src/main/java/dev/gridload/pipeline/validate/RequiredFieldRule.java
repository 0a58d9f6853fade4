package dev.gridload.pipeline.validate;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What Grid's provider wants to know of a customer before it may use a currency. */
public enum RequiredFieldRule implements StatedRule {
    PROVIDER_FIELD_REQUIRED(
            RuleClass.HARD,
            "Grid requires a value here for the currency of the account",
            "Fill in the value",
            "GET /config: supportedCurrencies, providerRequiredCustomerFields"),
    PROVIDER_FIELD_NOT_SENT(
            RuleClass.PLAUSIBILITY,
            "Grid requires a value for the currency of the account that the bulk upload cannot carry",
            "Add the value in Grid once the customer is created; Grid may refuse the customer until then",
            "GET /config: supportedCurrencies, providerRequiredCustomerFields");

    private final RuleText text;

    RequiredFieldRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
