package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words an enumeration of Grid has; one constant for each enumeration. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum WordRule implements StatedRule {
    CUSTOMER_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The customer type is INDIVIDUAL or BUSINESS",
            "Write one of these words exactly",
            "Grid OpenAPI, CustomerType",
            "INDIVIDUAL",
            "BUSINESS"),
    ACCOUNT_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The account type is US_ACCOUNT, CLABE, PIX, IBAN, UPI, FBO, NGN_ACCOUNT, ZAR_ACCOUNT, KES_ACCOUNT, TZS_ACCOUNT, ZMW_ACCOUNT, RWF_ACCOUNT, CAD_ACCOUNT, SPARK_WALLET or ETHEREUM_WALLET",
            "Write one of these words exactly",
            "Grid, configuring customers and external accounts guides",
            "US_ACCOUNT",
            "CLABE",
            "PIX",
            "IBAN",
            "UPI",
            "FBO",
            "NGN_ACCOUNT",
            "ZAR_ACCOUNT",
            "KES_ACCOUNT",
            "TZS_ACCOUNT",
            "ZMW_ACCOUNT",
            "RWF_ACCOUNT",
            "CAD_ACCOUNT",
            "SPARK_WALLET",
            "ETHEREUM_WALLET"),
    ACCOUNT_CATEGORY_UNKNOWN(
            RuleClass.HARD,
            "The account category is CHECKING or SAVINGS",
            "Write one of these words exactly",
            "Grid, external accounts guide",
            "CHECKING",
            "SAVINGS"),
    PIX_KEY_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The type of a PIX key is CPF, CNPJ, EMAIL, PHONE or RANDOM",
            "Write one of these words exactly",
            "Grid OpenAPI, BrlAccountInfo.pixKeyType",
            "CPF",
            "CNPJ",
            "EMAIL",
            "PHONE",
            "RANDOM"),
    KES_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Kenya is M-PESA",
            "Write exactly this word",
            "Grid, external accounts guide",
            "M-PESA"),
    TZS_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Tanzania is AIRTEL or VODACOM",
            "Write one of these words exactly",
            "Grid, external accounts guide",
            "AIRTEL",
            "VODACOM"),
    ZMW_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Zambia is TNM, AIRTEL, ZAMTEL or MTN",
            "Write one of these words exactly",
            "Grid, external accounts guide",
            "TNM",
            "AIRTEL",
            "ZAMTEL",
            "MTN"),
    RWF_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Rwanda is MTN or AIRTEL",
            "Write one of these words exactly",
            "Grid, external accounts guide",
            "MTN",
            "AIRTEL");

    private final List<String> words;
    private final RuleText text;

    WordRule(RuleClass ruleClass, String message, String hint, String source, String... words) {
        this.words = List.of(words);
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** This rule where {@code value} breaks it, or null. */
    public @Nullable WordRule check(CharSequence value) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).contentEquals(value)) {
                return null;
            }
        }
        return this;
    }

    /** The words as Grid writes them. */
    public List<String> words() {
        return words;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
