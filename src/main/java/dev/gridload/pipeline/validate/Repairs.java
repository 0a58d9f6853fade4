package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mends what can be mended without a doubt. Never touched: O and I that stand for digits, look-alike letters of other scripts,
 * hyphens of a VPA, a UUID or of M-PESA, and the capitals of an Ethereum address.
 */
final class Repairs {

    /** The newer names of account types (Grid OpenAPI) by the names of the guides, and the central bank's word for a random key. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "USD_ACCOUNT", "US_ACCOUNT",
            "MXN_ACCOUNT", "CLABE",
            "BRL_ACCOUNT", "PIX",
            "EUR_ACCOUNT", "IBAN",
            "INR_ACCOUNT", "UPI",
            "EVP", "RANDOM");

    private Repairs() {}

    /**
     * The value of a column, mended.
     *
     * @param type the account type of the row after its own repair; null where it has none
     * @param pixKeyType the same for the type of its PIX key
     */
    static Repair of(Column column, String found, @Nullable AccountType type, @Nullable String pixKeyType) {
        Repair repair = new Repair(found);
        CharacterRepairs.trim(repair);
        switch (column) {
            case PLATFORM_CUSTOMER_ID,
                    PLATFORM_ACCOUNT_ID,
                    FULL_NAME,
                    ADDRESS_LINE_1,
                    ADDRESS_LINE_2,
                    CITY,
                    STATE,
                    POSTAL_CODE,
                    DESCRIPTION,
                    BUSINESS_LEGAL_NAME,
                    BUSINESS_REGISTRATION_NUMBER,
                    BUSINESS_TAX_ID,
                    BENEFICIARY_FULL_NAME,
                    BENEFICIARY_LEGAL_NAME,
                    BENEFICIARY_REGISTRATION_NUMBER,
                    BENEFICIARY_TAX_ID,
                    BENEFICIARY_ADDRESS_LINE_1,
                    BENEFICIARY_ADDRESS_LINE_2,
                    BENEFICIARY_CITY,
                    BENEFICIARY_STATE,
                    BENEFICIARY_POSTAL_CODE,
                    BANK_NAME -> CharacterRepairs.text(repair);
            case UMA_ADDRESS,
                    BIRTH_DATE,
                    BENEFICIARY_BIRTH_DATE,
                    INCORPORATED_ON,
                    CONSENT_ACCEPTED_AT,
                    CONSENT_IP_ADDRESS,
                    CONSENT_TERMS_VERSION,
                    EMAIL,
                    VPA -> CharacterRepairs.plain(repair);
            case CUSTOMER_TYPE,
                    ACCOUNT_TYPE,
                    COUNTRY,
                    REGION,
                    NATIONALITY,
                    BENEFICIARY_TYPE,
                    BENEFICIARY_NATIONALITY,
                    BENEFICIARY_COUNTRY,
                    CURRENCIES,
                    CONSENT_ACCEPTANCE_METHOD,
                    ACCOUNT_CATEGORY,
                    PIX_KEY_TYPE,
                    PROVIDER,
                    CURRENCY_CODE -> word(repair, column);
            case ROUTING_NUMBER, ACCOUNT_NUMBER, CLABE_NUMBER, BANK_CODE, BRANCH_CODE -> {
                CharacterRepairs.plain(repair);
                separators(repair);
            }
            case IBAN -> iban(repair);
            case SWIFT_BIC -> {
                CharacterRepairs.plain(repair);
                upper(repair);
            }
            case PHONE_NUMBER -> {
                CharacterRepairs.plain(repair);
                separators(repair);
                PhoneRepairs.international(repair, type == null ? null : PhoneRepairs.countryCode(type));
            }
            case PIX_KEY -> {
                CharacterRepairs.plain(repair);
                PixRepairs.key(repair, pixKeyType);
            }
            case WALLET_ADDRESS -> wallet(repair, type);
        }
        return repair;
    }

    private static void word(Repair repair, Column column) {
        CharacterRepairs.plain(repair);
        upper(repair);
        if (column == Column.ACCOUNT_TYPE || column == Column.PIX_KEY_TYPE) {
            repair.by(RepairRule.REPAIRED_NAME, OTHER_NAMES.getOrDefault(repair.value(), repair.value()));
        }
    }

    private static void iban(Repair repair) {
        CharacterRepairs.plain(repair);
        upper(repair);
        if (repair.value().startsWith("IBAN")) {
            String rest = repair.value().substring(4).strip();
            repair.by(
                    RepairRule.REPAIRED_PREFIX,
                    rest.startsWith(":") ? rest.substring(1).strip() : rest);
        }
        separators(repair);
    }

    /** Bech32 is read in either case as long as it is one; mixed case is a mistake and stays. */
    private static void wallet(Repair repair, @Nullable AccountType type) {
        CharacterRepairs.plain(repair);
        if (type == AccountType.SPARK_WALLET
                && repair.value().equals(repair.value().toUpperCase(Locale.ROOT))) {
            repair.by(RepairRule.REPAIRED_CASE, repair.value().toLowerCase(Locale.ROOT));
        }
    }

    static void upper(Repair repair) {
        repair.by(RepairRule.REPAIRED_CASE, repair.value().toUpperCase(Locale.ROOT));
    }

    /** A minus sign in front is no separator. */
    static void separators(Repair repair) {
        String value = repair.value();
        if (!value.startsWith("-")) {
            repair.by(RepairRule.REPAIRED_SEPARATORS, value.replace(" ", "").replace("-", ""));
        }
    }
}
