package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What the published API asks of the fields of an account; what exactly, the declaration of the type says. */
public enum FieldRule implements StatedRule {
    PUBLISHED_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The account type is one of those that Grid's OpenAPI publishes, or the guides' name for one of them",
            "Write one of the types that \"gridload template --profile openapi\" prints",
            "Grid OpenAPI, ExternalAccountType"),
    ACCOUNT_FIELD_FORMAT(
            RuleClass.HARD,
            "The value has the form that its account type asks for",
            "Correct the value; \"gridload rules TYPE --profile openapi\" shows what each field is like",
            "Grid OpenAPI, ExternalAccountCreateInfoOneOf"),
    ACCOUNT_FIELDS_CHOICE(
            RuleClass.HARD,
            "The account is known by one of the ways that its type offers",
            "Fill in the columns of one way; \"gridload rules TYPE --profile openapi\" shows them",
            "Grid OpenAPI, ExternalAccountCreateInfoOneOf"),
    UMA_REQUIRED(
            RuleClass.HARD,
            "Grid's published bulk upload needs a UMA address of every customer",
            "Fill in umaAddress, or create the customer with --route direct",
            "Grid OpenAPI, uploadCustomersCsv"),
    BUSINESS_DETAIL_REQUIRED(
            RuleClass.HARD,
            "The published call that creates a business needs a value here",
            "Fill in the value, or create the customer with --route bulk",
            "Grid OpenAPI, BusinessCustomerCreateRequest.businessInfo");

    private final RuleText text;

    FieldRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
