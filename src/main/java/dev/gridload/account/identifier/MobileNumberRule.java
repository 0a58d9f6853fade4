package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a mobile number; one constant for each country. */
public enum MobileNumberRule implements StatedRule {
    KES_PHONE_FORMAT(
            "+254",
            RuleClass.HARD,
            "A mobile number of Kenya is +254 and 9 digits",
            "Write the number in international form, for example +254712345678",
            "Grid OpenAPI, KesAccountInfo.phoneNumber"),
    TZS_PHONE_FORMAT(
            "+255",
            RuleClass.HARD,
            "A mobile number of Tanzania is +255 and 9 digits",
            "Write the number in international form, for example +255754123456",
            "Grid OpenAPI, TzsAccountInfo.phoneNumber"),
    ZMW_PHONE_FORMAT(
            "+260",
            RuleClass.HARD,
            "A mobile number of Zambia is +260 and 9 digits",
            "Write the number in international form, for example +260961234567",
            "Grid OpenAPI, ZmwAccountInfo.phoneNumber"),
    RWF_PHONE_FORMAT(
            "+250",
            RuleClass.HARD,
            "A mobile number of Rwanda is +250 and 9 digits",
            "Write the number in international form, for example +250781234567",
            "Grid OpenAPI, RwfAccountInfo.phoneNumber");

    private final String countryCode;
    private final RuleText text;

    MobileNumberRule(String countryCode, RuleClass ruleClass, String message, String hint, String source) {
        this.countryCode = countryCode;
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** This rule where {@code value} breaks it, or null. */
    public @Nullable MobileNumberRule check(CharSequence value) {
        boolean good = value.length() == 13 && Ascii.startsWith(value, countryCode) && Ascii.isDigits(value, 4);
        return good ? null : this;
    }

    /** With its plus sign. */
    public String countryCode() {
        return countryCode;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
