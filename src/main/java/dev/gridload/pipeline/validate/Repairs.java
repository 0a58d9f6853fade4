package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.account.AccountTypes;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends what can be mended without a doubt. Never touched: O and I that stand for digits, look-alike letters of other scripts,
 * hyphens of a VPA, a UUID or of M-PESA, and the capitals of an Ethereum address.
 */
final class Repairs {

    /** In any script, as people write it. */
    private static final Set<Column> TEXTS = EnumSet.of(
            Column.PLATFORM_CUSTOMER_ID,
            Column.PLATFORM_ACCOUNT_ID,
            Column.FULL_NAME,
            Column.ADDRESS_LINE_1,
            Column.ADDRESS_LINE_2,
            Column.CITY,
            Column.STATE,
            Column.POSTAL_CODE,
            Column.DESCRIPTION,
            Column.BUSINESS_LEGAL_NAME,
            Column.BUSINESS_REGISTRATION_NUMBER,
            Column.BUSINESS_TAX_ID,
            Column.BENEFICIARY_FULL_NAME,
            Column.BENEFICIARY_LEGAL_NAME,
            Column.BENEFICIARY_REGISTRATION_NUMBER,
            Column.BENEFICIARY_TAX_ID,
            Column.BENEFICIARY_ADDRESS_LINE_1,
            Column.BENEFICIARY_ADDRESS_LINE_2,
            Column.BENEFICIARY_CITY,
            Column.BENEFICIARY_STATE,
            Column.BENEFICIARY_POSTAL_CODE,
            Column.BANK_NAME,
            Column.INTERMEDIARY_BANK_NAME,
            Column.FI_TO_FI_INFORMATION,
            Column.VASP_NAME);

    /** ASCII by their nature. */
    private static final Set<Column> CODES = EnumSet.of(
            Column.UMA_ADDRESS,
            Column.BIRTH_DATE,
            Column.BENEFICIARY_BIRTH_DATE,
            Column.INCORPORATED_ON,
            Column.CONSENT_ACCEPTED_AT,
            Column.CONSENT_IP_ADDRESS,
            Column.CONSENT_TERMS_VERSION,
            Column.EMAIL,
            Column.VPA,
            Column.INVOICE,
            Column.BOLT12,
            Column.LIGHTNING_ADDRESS);

    /** ASCII in capitals. */
    private static final Set<Column> WORDS = EnumSet.of(
            Column.CUSTOMER_TYPE,
            Column.COUNTRY,
            Column.REGION,
            Column.NATIONALITY,
            Column.BENEFICIARY_TYPE,
            Column.BENEFICIARY_NATIONALITY,
            Column.BENEFICIARY_COUNTRY,
            Column.CURRENCIES,
            Column.CONSENT_ACCEPTANCE_METHOD,
            Column.ACCOUNT_CATEGORY,
            Column.BUSINESS_COUNTRY,
            Column.BANK_COUNTRY,
            Column.ACCOUNT_REGION,
            Column.RAIL,
            Column.CURRENCY_CODE,
            Column.SWIFT_BIC,
            Column.IFSC);

    /** Digits, which some write in groups. */
    private static final Set<Column> NUMBERS = EnumSet.of(
            Column.ROUTING_NUMBER,
            Column.ACCOUNT_NUMBER,
            Column.CLABE_NUMBER,
            Column.BANK_CODE,
            Column.BRANCH_CODE,
            Column.SORT_CODE,
            Column.INTERMEDIARY_ROUTING_NUMBER);

    private final AccountTypes types;

    /** @param types whose names account types are translated to */
    Repairs(AccountTypes types) {
        this.types = types;
    }

    /** Whether nothing of such a value could be mended; not certain where it is false. */
    static boolean leaves(Column column, Spelling spelling) {
        return spelling.isPlain()
                && (TEXTS.contains(column)
                        || CODES.contains(column)
                        || (WORDS.contains(column) && !spelling.hasSmallLetter())
                        || (NUMBERS.contains(column) && !spelling.hasSeparator()));
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
        if (TEXTS.contains(column)) {
            CharacterRepairs.text(repair);
            return repair;
        }
        CharacterRepairs.plain(repair);
        if (WORDS.contains(column)) {
            upper(repair);
        } else if (NUMBERS.contains(column)) {
            separators(repair);
        } else if (!CODES.contains(column)) {
            byItself(repair, column, type, pixKeyType);
        }
        return repair;
    }

    private void byItself(Repair repair, Column column, @Nullable AccountType type, @Nullable String pixKeyType) {
        switch (column) {
            case ACCOUNT_TYPE -> {
                upper(repair);
                repair.by(RepairRule.REPAIRED_NAME, types.translated(repair.value()));
            }
            case PIX_KEY_TYPE -> {
                upper(repair);
                if (repair.value().equals("EVP")) {
                    // the central bank's word
                    repair.by(RepairRule.REPAIRED_NAME, "RANDOM");
                }
            }
            // The guides list the providers' names in capitals, the published API takes any text.
            case PROVIDER -> {
                if (type instanceof GuidesType) {
                    upper(repair);
                }
            }
            case IBAN -> iban(repair);
            case PHONE_NUMBER -> {
                separators(repair);
                PhoneRepairs.international(repair, type == null ? null : type.countryCode());
            }
            case BENEFICIARY_PHONE_NUMBER -> {
                separators(repair);
                PhoneRepairs.international(repair, null);
            }
            case ACCOUNT_TAX_ID -> PixRepairs.taxNumber(repair);
            case PIX_KEY -> PixRepairs.key(repair, pixKeyType);
            case WALLET_ADDRESS -> wallet(repair, type);
            default -> throw new IllegalStateException("nothing says how " + column.header() + " is mended");
        }
    }

    private static void iban(Repair repair) {
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
