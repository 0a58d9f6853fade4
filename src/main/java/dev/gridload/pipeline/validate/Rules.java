package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.identifier.BankNameRule;
import dev.gridload.account.identifier.BicIbanRule;
import dev.gridload.account.identifier.BicRule;
import dev.gridload.account.identifier.CadBankRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.CountryRule;
import dev.gridload.account.identifier.CurrencyRule;
import dev.gridload.account.identifier.DigitsRule;
import dev.gridload.account.identifier.EthereumRule;
import dev.gridload.account.identifier.FieldRule;
import dev.gridload.account.identifier.IbanRule;
import dev.gridload.account.identifier.MobileNumberRule;
import dev.gridload.account.identifier.NubanRule;
import dev.gridload.account.identifier.PixKeyRule;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.ProviderRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.account.identifier.SparkRule;
import dev.gridload.account.identifier.TaxIdRule;
import dev.gridload.account.identifier.VpaRule;
import dev.gridload.account.identifier.WordRule;
import dev.gridload.customer.BeneficiaryRule;
import dev.gridload.customer.BirthDateRule;
import dev.gridload.customer.BusinessNameRule;
import dev.gridload.customer.DetailRule;
import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.EmailRule;
import dev.gridload.customer.NameRule;
import dev.gridload.customer.PostalCodeRule;
import dev.gridload.customer.TextRule;
import dev.gridload.customer.UmaRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every rule there is. */
public final class Rules {

    private static final List<Rule> ALL = Stream.<Rule[]>of(
                    MappingRule.values(),
                    RowRule.values(),
                    RequiredFieldRule.values(),
                    DuplicateRule.values(),
                    RepairRule.values(),
                    TextRule.values(),
                    NameRule.values(),
                    BusinessNameRule.values(),
                    BirthDateRule.values(),
                    EmailRule.values(),
                    UmaRule.values(),
                    PresenceRule.values(),
                    WordRule.values(),
                    CountryRule.values(),
                    PostalCodeRule.values(),
                    DetailRule.values(),
                    BeneficiaryRule.values(),
                    FieldRule.values(),
                    DigitsRule.values(),
                    RoutingNumberRule.values(),
                    ClabeRule.values(),
                    PixKeyRule.values(),
                    TaxIdRule.values(),
                    IbanRule.values(),
                    BicRule.values(),
                    BicIbanRule.values(),
                    VpaRule.values(),
                    CurrencyRule.values(),
                    NubanRule.values(),
                    MobileNumberRule.values(),
                    ProviderRule.values(),
                    CadBankRule.values(),
                    BankNameRule.values(),
                    SparkRule.values(),
                    EthereumRule.values())
            .flatMap(Stream::of)
            .toList();

    /** Without these a row or a file cannot be understood, or a customer would be created twice. */
    private static final Set<Rule> FIXED = Set.of(
            MappingRule.MISSING_COLUMN,
            MappingRule.DUPLICATE_COLUMN,
            WordRule.CUSTOMER_TYPE_UNKNOWN,
            WordRule.ACCOUNT_TYPE_UNKNOWN,
            FieldRule.PUBLISHED_TYPE_UNKNOWN,
            DuplicateRule.DUPLICATE_ID,
            DuplicateRule.ADDITIONAL_ACCOUNT,
            DuplicateRule.CUSTOMER_DIFFERS,
            DuplicateRule.ADDITIONAL_UMA);

    private Rules() {}

    /** The codes of the rules that an operator may weigh otherwise, in alphabetical order. */
    public static Set<String> adjustable() {
        Set<String> codes = new TreeSet<>();
        ALL.stream().filter(rule -> !FIXED.contains(rule)).forEach(rule -> codes.add(rule.code()));
        return codes;
    }

    /** By topic: the file, the row, the customer, the accounts. */
    public static List<Rule> all() {
        return ALL;
    }
}
