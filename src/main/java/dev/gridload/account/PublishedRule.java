package dev.gridload.account;

import dev.gridload.account.identifier.BankNameRule;
import dev.gridload.account.identifier.BicIbanRule;
import dev.gridload.account.identifier.BicRule;
import dev.gridload.account.identifier.CadBankRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.CountryRule;
import dev.gridload.account.identifier.CurrencyRule;
import dev.gridload.account.identifier.EthereumRule;
import dev.gridload.account.identifier.IbanRule;
import dev.gridload.account.identifier.NubanRule;
import dev.gridload.account.identifier.PixKeyRule;
import dev.gridload.account.identifier.ProviderRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.account.identifier.SparkRule;
import dev.gridload.account.identifier.TaxIdRule;
import dev.gridload.account.identifier.VpaRule;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a field of the published API may be held to besides its form, by the name in the declarations. */
@SuppressWarnings("ImmutableEnumChecker") // the checks are pure functions
public enum PublishedRule {
    BANK_NAME((value, row) -> BankNameRule.check(value)),
    BIC((value, row) -> BicRule.check(value)),
    BIC_OF_IBAN((value, row) -> BicIbanRule.check(value, row.apply("iban"))),
    CANADIAN_BANK((value, row) -> CadBankRule.check(value)),
    CLABE((value, row) -> ClabeRule.check(value)),
    COUNTRY((value, row) -> CountryRule.check(value)),
    CURRENCY((value, row) -> CurrencyRule.check(value)),
    ETHEREUM((value, row) -> EthereumRule.check(value)),
    IBAN((value, row) -> IbanRule.check(value)),
    NUBAN((value, row) -> NubanRule.check(value, row.apply("bankName"))),
    PIX_KEY((value, row) -> PixKeyRule.check(value, row.apply("pixKeyType"))),
    PROVIDER((value, row) -> ProviderRule.check(row.apply("phoneNumber"), value)),
    ROUTING_NUMBER((value, row) -> RoutingNumberRule.check(value)),
    SPARK((value, row) -> SparkRule.check(value)),
    TAX_ID((value, row) -> TaxIdRule.check(value)),
    VPA((value, row) -> VpaRule.check(value));

    private final Check check;

    PublishedRule(Check check) {
        this.check = check;
    }

    /** The first rule that a value of the right form breaks, or null; {@code row} gives its neighbours by column name. */
    @Nullable
    Rule check(String value, Function<String, @Nullable String> row) {
        return check.broken(value, row);
    }

    @FunctionalInterface
    private interface Check {
        @Nullable
        Rule broken(String value, Function<String, @Nullable String> row);
    }
}
