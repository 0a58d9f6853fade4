package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words an enumeration of Grid has; one constant for each enumeration. */
public enum WordRule implements StatedRule {
    CUSTOMER_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The customer type is INDIVIDUAL or BUSINESS",
            "Write one of these words exactly",
            "Grid OpenAPI, CustomerType"),
    ACCOUNT_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The account type is US_ACCOUNT, CLABE, PIX, IBAN, UPI, FBO, NGN_ACCOUNT, ZAR_ACCOUNT, KES_ACCOUNT, TZS_ACCOUNT, ZMW_ACCOUNT, RWF_ACCOUNT, CAD_ACCOUNT, SPARK_WALLET or ETHEREUM_WALLET",
            "Write one of these words exactly",
            "Grid, configuring customers and external accounts guides"),
    ACCOUNT_CATEGORY_UNKNOWN(
            RuleClass.HARD,
            "The account category is CHECKING or SAVINGS",
            "Write one of these words exactly",
            "Grid, external accounts guide"),
    PIX_KEY_TYPE_UNKNOWN(
            RuleClass.HARD,
            "The type of a PIX key is CPF, CNPJ, EMAIL, PHONE or RANDOM",
            "Write one of these words exactly",
            "Grid OpenAPI, BrlAccountInfo.pixKeyType"),
    KES_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Kenya is M-PESA",
            "Write exactly this word",
            "Grid, external accounts guide"),
    TZS_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Tanzania is AIRTEL or VODACOM",
            "Write one of these words exactly",
            "Grid, external accounts guide"),
    ZMW_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Zambia is TNM, AIRTEL, ZAMTEL or MTN",
            "Write one of these words exactly",
            "Grid, external accounts guide"),
    RWF_PROVIDER_UNKNOWN(
            RuleClass.HARD,
            "The provider in Rwanda is MTN or AIRTEL",
            "Write one of these words exactly",
            "Grid, external accounts guide");

    private static final List<String> CUSTOMER_TYPE_UNKNOWN_WORDS = List.of("INDIVIDUAL", "BUSINESS");
    private static final List<String> ACCOUNT_CATEGORY_UNKNOWN_WORDS = List.of("CHECKING", "SAVINGS");
    private static final List<String> PIX_KEY_TYPE_UNKNOWN_WORDS = List.of("CPF", "CNPJ", "EMAIL", "PHONE", "RANDOM");
    private static final List<String> KES_PROVIDER_UNKNOWN_WORDS = List.of("M-PESA");
    private static final List<String> TZS_PROVIDER_UNKNOWN_WORDS = List.of("AIRTEL", "VODACOM");
    private static final List<String> ZMW_PROVIDER_UNKNOWN_WORDS = List.of("TNM", "AIRTEL", "ZAMTEL", "MTN");
    private static final List<String> RWF_PROVIDER_UNKNOWN_WORDS = List.of("MTN", "AIRTEL");

    private static final List<String> ACCOUNT_TYPES = List.of(
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
            "ETHEREUM_WALLET");

    private final RuleText text;

    WordRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** This rule where {@code value} breaks it, or null. */
    public @Nullable WordRule check(CharSequence value) {
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).contentEquals(value)) {
                return null;
            }
        }
        return this;
    }

    /** The words as Grid writes them. */
    public List<String> words() {
        return switch (this) {
            case CUSTOMER_TYPE_UNKNOWN -> CUSTOMER_TYPE_UNKNOWN_WORDS;
            case ACCOUNT_TYPE_UNKNOWN -> ACCOUNT_TYPES;
            case ACCOUNT_CATEGORY_UNKNOWN -> ACCOUNT_CATEGORY_UNKNOWN_WORDS;
            case PIX_KEY_TYPE_UNKNOWN -> PIX_KEY_TYPE_UNKNOWN_WORDS;
            case KES_PROVIDER_UNKNOWN -> KES_PROVIDER_UNKNOWN_WORDS;
            case TZS_PROVIDER_UNKNOWN -> TZS_PROVIDER_UNKNOWN_WORDS;
            case ZMW_PROVIDER_UNKNOWN -> ZMW_PROVIDER_UNKNOWN_WORDS;
            case RWF_PROVIDER_UNKNOWN -> RWF_PROVIDER_UNKNOWN_WORDS;
        };
    }

    @Override
    public RuleText text() {
        return text;
    }
}
