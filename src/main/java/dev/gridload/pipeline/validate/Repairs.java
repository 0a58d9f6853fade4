package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.account.AccountTypes;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Mends what can be mended without a doubt. Never touched: O and I that stand for digits, look-alike letters of other scripts,
 * hyphens of a VPA, a UUID or of M-PESA, and the capitals of an Ethereum address.
 */
final class Repairs {

    private final AccountTypes types;

    /** @param types whose names account types are translated to */
    Repairs(AccountTypes types) {
        this.types = types;
    }

    /**
     * The value of a column, mended.
     *
     * @param type the account type of the row after its own repair; null where it has none
     * @param pixKeyType the same for the type of its PIX key
     */
    Repair of(Column column, String found, @Nullable AccountType type, @Nullable String pixKeyType) {
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
                    BANK_NAME,
                    INTERMEDIARY_BANK_NAME,
                    FI_TO_FI_INFORMATION,
                    VASP_NAME -> CharacterRepairs.text(repair);
            case UMA_ADDRESS,
                    BIRTH_DATE,
                    BENEFICIARY_BIRTH_DATE,
                    INCORPORATED_ON,
                    CONSENT_ACCEPTED_AT,
                    CONSENT_IP_ADDRESS,
                    CONSENT_TERMS_VERSION,
                    EMAIL,
                    VPA,
                    INVOICE,
                    BOLT12,
                    LIGHTNING_ADDRESS -> CharacterRepairs.plain(repair);
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
                    BUSINESS_COUNTRY,
                    BANK_COUNTRY,
                    ACCOUNT_REGION,
                    RAIL,
                    CURRENCY_CODE -> word(repair, column);
            // The guides list the providers' names in capitals, the published API takes any text.
            case PROVIDER -> {
                CharacterRepairs.plain(repair);
                if (type instanceof GuidesType) {
                    upper(repair);
                }
            }
            case ROUTING_NUMBER,
                    ACCOUNT_NUMBER,
                    CLABE_NUMBER,
                    BANK_CODE,
                    BRANCH_CODE,
                    SORT_CODE,
                    INTERMEDIARY_ROUTING_NUMBER -> {
                CharacterRepairs.plain(repair);
                separators(repair);
            }
            case IBAN -> iban(repair);
            case SWIFT_BIC, IFSC -> {
                CharacterRepairs.plain(repair);
                upper(repair);
            }
            case PHONE_NUMBER -> {
                CharacterRepairs.plain(repair);
                separators(repair);
                PhoneRepairs.international(repair, type == null ? null : type.countryCode());
            }
            case BENEFICIARY_PHONE_NUMBER -> {
                CharacterRepairs.plain(repair);
                separators(repair);
                PhoneRepairs.international(repair, null);
            }
            case ACCOUNT_TAX_ID -> {
                CharacterRepairs.plain(repair);
                PixRepairs.taxNumber(repair);
            }
            case PIX_KEY -> {
                CharacterRepairs.plain(repair);
                PixRepairs.key(repair, pixKeyType);
            }
            case WALLET_ADDRESS -> wallet(repair, type);
        }
        return repair;
    }

    private void word(Repair repair, Column column) {
        CharacterRepairs.plain(repair);
        upper(repair);
        if (column == Column.ACCOUNT_TYPE) {
            repair.by(RepairRule.REPAIRED_NAME, types.translated(repair.value()));
        } else if (column == Column.PIX_KEY_TYPE && repair.value().equals("EVP")) {
            // the central bank's word
            repair.by(RepairRule.REPAIRED_NAME, "RANDOM");
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
        if (type != null
                && type.wireName().equals("SPARK_WALLET")
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
