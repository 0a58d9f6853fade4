package dev.gridload.pipeline.validate;

import dev.gridload.account.GuidesType;
import dev.gridload.account.identifier.BankNameRule;
import dev.gridload.account.identifier.BicIbanRule;
import dev.gridload.account.identifier.BicRule;
import dev.gridload.account.identifier.CadBankRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.CurrencyRule;
import dev.gridload.account.identifier.DigitsRule;
import dev.gridload.account.identifier.EthereumRule;
import dev.gridload.account.identifier.IbanRule;
import dev.gridload.account.identifier.MobileNumberRule;
import dev.gridload.account.identifier.NubanRule;
import dev.gridload.account.identifier.PixKeyRule;
import dev.gridload.account.identifier.ProviderRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.account.identifier.SparkRule;
import dev.gridload.account.identifier.VpaRule;
import dev.gridload.account.identifier.WordRule;
import dev.gridload.customer.Column;
import dev.gridload.customer.RowKeys.Values;
import org.jspecify.annotations.Nullable;

/** The account's share of {@link CleanRow}: the rules that stand as constraints on the records of the account types. */
final class CleanAccount {

    private CleanAccount() {}

    /** Whether an account of this type breaks no rule and needs no repair. False also means: not known. */
    static boolean accepts(GuidesType type, Values row) {
        return switch (type) {
            case US_ACCOUNT -> us(row);
            case CLABE -> clabe(row.value(Column.CLABE_NUMBER)) && isThere(row, Column.BANK_NAME);
            case PIX -> pix(row.value(Column.PIX_KEY), row.value(Column.PIX_KEY_TYPE));
            case IBAN -> iban(row.value(Column.IBAN), row.value(Column.SWIFT_BIC)) && isThere(row, Column.BANK_NAME);
            case UPI -> vpa(row.value(Column.VPA));
            case FBO -> currency(row.value(Column.CURRENCY_CODE));
            case NGN_ACCOUNT -> ngn(row.value(Column.ACCOUNT_NUMBER), row.value(Column.BANK_NAME));
            case ZAR_ACCOUNT ->
                digits(row.value(Column.ACCOUNT_NUMBER), DigitsRule.ZAR_ACCOUNT_NUMBER_FORMAT)
                        && bank(row.value(Column.BANK_NAME));
            case KES_ACCOUNT -> mobile(row, MobileNumberRule.KES_PHONE_FORMAT, WordRule.KES_PROVIDER_UNKNOWN);
            case TZS_ACCOUNT -> mobile(row, MobileNumberRule.TZS_PHONE_FORMAT, WordRule.TZS_PROVIDER_UNKNOWN);
            case ZMW_ACCOUNT -> mobile(row, MobileNumberRule.ZMW_PHONE_FORMAT, WordRule.ZMW_PROVIDER_UNKNOWN);
            case RWF_ACCOUNT -> mobile(row, MobileNumberRule.RWF_PHONE_FORMAT, WordRule.RWF_PROVIDER_UNKNOWN);
            case CAD_ACCOUNT -> cad(row);
            case SPARK_WALLET -> spark(row.value(Column.WALLET_ADDRESS));
            case ETHEREUM_WALLET -> ethereum(row.value(Column.WALLET_ADDRESS));
        };
    }

    private static boolean us(Values row) {
        CharSequence routing = row.value(Column.ROUTING_NUMBER);
        CharSequence category = row.value(Column.ACCOUNT_CATEGORY);
        return routing != null
                && category != null
                && RoutingNumberRule.check(routing) == null
                && digits(row.value(Column.ACCOUNT_NUMBER), DigitsRule.US_ACCOUNT_NUMBER_FORMAT)
                && WordRule.ACCOUNT_CATEGORY_UNKNOWN.check(category) == null
                && isThere(row, Column.BANK_NAME);
    }

    private static boolean cad(Values row) {
        CharSequence bank = row.value(Column.BANK_CODE);
        return bank != null
                && CadBankRule.check(bank) == null
                && digits(row.value(Column.BRANCH_CODE), DigitsRule.CAD_BRANCH_CODE_FORMAT)
                && digits(row.value(Column.ACCOUNT_NUMBER), DigitsRule.CAD_ACCOUNT_NUMBER_FORMAT);
    }

    private static boolean clabe(@Nullable CharSequence number) {
        return number != null && ClabeRule.check(number) == null;
    }

    private static boolean iban(@Nullable CharSequence iban, @Nullable CharSequence bic) {
        return iban != null
                && bic != null
                && IbanRule.check(iban) == null
                && BicRule.check(bic) == null
                && BicIbanRule.check(bic, iban) == null;
    }

    private static boolean vpa(@Nullable CharSequence address) {
        return address != null && VpaRule.check(address) == null;
    }

    private static boolean currency(@Nullable CharSequence code) {
        return code != null && CurrencyRule.check(code) == null;
    }

    private static boolean ngn(@Nullable CharSequence number, @Nullable CharSequence bank) {
        return digits(number, DigitsRule.NGN_ACCOUNT_NUMBER_FORMAT)
                && bank(bank)
                && NubanRule.check(number, bank) == null;
    }

    private static boolean ethereum(@Nullable CharSequence address) {
        return address != null && EthereumRule.check(address) == null;
    }

    private static boolean digits(@Nullable CharSequence number, DigitsRule rule) {
        return number != null && rule.check(number) == null;
    }

    private static boolean bank(@Nullable CharSequence name) {
        return name != null && BankNameRule.check(name) == null;
    }

    private static boolean isThere(Values row, Column column) {
        return row.value(column) != null;
    }

    private static boolean pix(@Nullable CharSequence key, @Nullable CharSequence type) {
        return key != null
                && type != null
                && WordRule.PIX_KEY_TYPE_UNKNOWN.check(type) == null
                && PixKeyRule.check(key, type) == null;
    }

    /** A trunk zero behind the country's code would be mended. */
    private static boolean mobile(Values row, MobileNumberRule number, WordRule provider) {
        CharSequence phone = row.value(Column.PHONE_NUMBER);
        CharSequence name = row.value(Column.PROVIDER);
        return phone != null
                && name != null
                && number.check(phone) == null
                && phone.charAt(number.countryCode().length()) != '0'
                && provider.check(name) == null
                && ProviderRule.check(phone, name) == null;
    }

    /** One in capitals would be mended. */
    private static boolean spark(@Nullable CharSequence address) {
        return address != null && address.charAt(0) == 's' && SparkRule.check(address) == null;
    }
}
