package dev.gridload.pipeline.validate;

import dev.gridload.account.GuidesType;
import dev.gridload.account.Rule;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The account's share of {@link CleanRow}: the rules that stand as constraints on the records of the account types. */
final class CleanAccount {

    private CleanAccount() {}

    /** Whether an account of this type breaks no rule and needs no repair. False also means: not known. */
    static boolean accepts(GuidesType type, Values row) {
        return switch (type) {
            case US_ACCOUNT ->
                keeps(row, Column.ROUTING_NUMBER, RoutingNumberRule::check)
                        && keeps(row, Column.ACCOUNT_NUMBER, DigitsRule.US_ACCOUNT_NUMBER_FORMAT::check)
                        && keeps(row, Column.ACCOUNT_CATEGORY, WordRule.ACCOUNT_CATEGORY_UNKNOWN::check)
                        && isThere(row, Column.BANK_NAME);
            case CLABE -> keeps(row, Column.CLABE_NUMBER, ClabeRule::check) && isThere(row, Column.BANK_NAME);
            case PIX -> pix(row.value(Column.PIX_KEY), row.value(Column.PIX_KEY_TYPE));
            case IBAN ->
                keeps(row, Column.IBAN, IbanRule::check)
                        && keeps(row, Column.SWIFT_BIC, BicRule::check)
                        && BicIbanRule.check(row.value(Column.SWIFT_BIC), row.value(Column.IBAN)) == null
                        && isThere(row, Column.BANK_NAME);
            case UPI -> keeps(row, Column.VPA, VpaRule::check);
            case FBO -> keeps(row, Column.CURRENCY_CODE, CurrencyRule::check);
            case NGN_ACCOUNT ->
                keeps(row, Column.ACCOUNT_NUMBER, DigitsRule.NGN_ACCOUNT_NUMBER_FORMAT::check)
                        && keeps(row, Column.BANK_NAME, BankNameRule::check)
                        && NubanRule.check(row.value(Column.ACCOUNT_NUMBER), row.value(Column.BANK_NAME)) == null;
            case ZAR_ACCOUNT ->
                keeps(row, Column.ACCOUNT_NUMBER, DigitsRule.ZAR_ACCOUNT_NUMBER_FORMAT::check)
                        && keeps(row, Column.BANK_NAME, BankNameRule::check);
            case KES_ACCOUNT -> mobile(row, MobileNumberRule.KES_PHONE_FORMAT, WordRule.KES_PROVIDER_UNKNOWN);
            case TZS_ACCOUNT -> mobile(row, MobileNumberRule.TZS_PHONE_FORMAT, WordRule.TZS_PROVIDER_UNKNOWN);
            case ZMW_ACCOUNT -> mobile(row, MobileNumberRule.ZMW_PHONE_FORMAT, WordRule.ZMW_PROVIDER_UNKNOWN);
            case RWF_ACCOUNT -> mobile(row, MobileNumberRule.RWF_PHONE_FORMAT, WordRule.RWF_PROVIDER_UNKNOWN);
            case CAD_ACCOUNT ->
                keeps(row, Column.BANK_CODE, CadBankRule::check)
                        && keeps(row, Column.BRANCH_CODE, DigitsRule.CAD_BRANCH_CODE_FORMAT::check)
                        && keeps(row, Column.ACCOUNT_NUMBER, DigitsRule.CAD_ACCOUNT_NUMBER_FORMAT::check);
            case SPARK_WALLET -> spark(row.value(Column.WALLET_ADDRESS));
            case ETHEREUM_WALLET -> keeps(row, Column.WALLET_ADDRESS, EthereumRule::check);
        };
    }

    private static boolean keeps(Values row, Column column, Function<CharSequence, @Nullable Rule> rule) {
        CharSequence value = row.value(column);
        return value != null && rule.apply(value) == null;
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
