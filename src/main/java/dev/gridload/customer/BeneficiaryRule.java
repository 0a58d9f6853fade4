package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What can be wrong with the columns that say whom an account belongs to. */
public enum BeneficiaryRule implements StatedRule {
    BENEFICIARY_TYPE_UNKNOWN(
            RuleClass.HARD,
            "A beneficiary is INDIVIDUAL or BUSINESS",
            "Write one of the two, or leave it out: a full name makes an individual, a legal name a business",
            "Grid, external accounts guide"),
    BENEFICIARY_NAME_MISSING(
            RuleClass.HARD,
            "A beneficiary has a name",
            "Fill in the full name of an individual or the legal name of a business, or empty all columns of the beneficiary",
            "Grid, external accounts guide"),
    BENEFICIARY_ADDRESS_INCOMPLETE(
            RuleClass.HARD,
            "An address of a beneficiary has a first line, a postal code and a country",
            "Fill in the value, or empty all columns of the address",
            "Grid OpenAPI, Address");

    private final RuleText text;

    BeneficiaryRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
