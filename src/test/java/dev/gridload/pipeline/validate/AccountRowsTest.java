package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole rows of every account type. */
class AccountRowsTest {

    private static final Map<GuidesType, String> GOOD = good();

    @ParameterizedTest
    @EnumSource
    void acceptsAGoodRowOfTheTypeWithoutAWord(GuidesType type) {
        Verdict verdict = row(type.name(), GOOD.get(type)).validate();

        assertThat(((Verdict.Accepted) verdict).warnings()).isEmpty();
        Customer customer = ((Verdict.Accepted) verdict).customer();
        assertThat(Objects.requireNonNull(customer.account()).type()).isEqualTo(type);
        for (AccountColumn column : type.columns()) {
            assertThat(customer.account().value(column.name()))
                    .as(column.name())
                    .isEqualTo(customer.value(Objects.requireNonNull(Column.named(column.name()))))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForEachRequiredColumnOfTheType(GuidesType type) {
        for (AccountColumn column : type.columns()) {
            TestRows rows =
                    row(type.name(), GOOD.get(type)).with(Objects.requireNonNull(Column.named(column.name())), "");

            String expected = column.required()
                    ? column.name() + " ERROR ACCOUNT_FIELD_REQUIRED"
                    : column.name().equals("swiftBic")
                            ? "swiftBic WARNING SWIFT_BIC_MISSING"
                            : type == GuidesType.PIX ? "" : "bankName WARNING BANK_NAME_MISSING";
            assertThat(String.join("", rows.said()))
                    .as(type + " " + column.name())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/spec/documentation-samples.csv", numLinesToSkip = 1)
    void letsTheSamplesOfTheDocumentsPassInTheSandbox(String type, String values, String codes) {
        TestRows rows = row(type, values);

        assertThat(rows.problems(RuleSet.sandbox())).noneMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(rows.problems(RuleSet.sandbox()).stream().map(problem -> problem.code()))
                .containsExactlyElementsOf(codes == null ? Arrays.asList() : Arrays.asList(codes.split(" ")));
    }

    @Test
    void saysThatASampleOfTheDocumentsIsNoAccount() {
        assertThat(row("CLABE", "clabeNumber=123456789012345678;bankName=x").problems(RuleSet.production()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                    assertThat(problem.message())
                            .isEqualTo("The control digit of the CLABE does not fit the other digits");
                    assertThat(problem.hint())
                            .isEqualTo("This is a sample of Grid's documentation and not a real account: replace it");
                    assertThat(problem.value()).isEqualTo("****5678");
                });
    }

    @Test
    void tellsHowToMendAnIbanThatEndsInAScenarioOfTheSandbox() {
        assertThat(row("IBAN", "iban=DE89370400440532013003;swiftBic=DEUTDEFF;bankName=x")
                        .problems(RuleSet.sandbox()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint())
                        .isEqualTo("For the sandbox, write 08 as the check digits and keep the ending"));
    }

    /** {@code values} as {@code column=value} with semicolons between them. */
    static TestRows row(String type, String values) {
        TestRows rows = TestRows.individual().with(Column.ACCOUNT_TYPE, type);
        for (String pair : values.split(";")) {
            int equals = pair.indexOf('=');
            rows.with(Objects.requireNonNull(Column.named(pair.substring(0, equals))), pair.substring(equals + 1));
        }
        return rows;
    }

    private static Map<GuidesType, String> good() {
        Map<GuidesType, String> good = new LinkedHashMap<>();
        good.put(
                GuidesType.US_ACCOUNT,
                "routingNumber=021000021;accountNumber=123456789;accountCategory=SAVINGS;bankName=Chase Bank");
        good.put(GuidesType.CLABE, "clabeNumber=032180000118359719;bankName=Banco de M\u00e9xico");
        good.put(GuidesType.PIX, "pixKey=12345678909;pixKeyType=CPF;bankName=Nubank");
        good.put(GuidesType.IBAN, "iban=DE89370400440532013000;swiftBic=DEUTDEFF;bankName=Deutsche Bank");
        good.put(GuidesType.UPI, "vpa=somecustomer@okbank");
        good.put(GuidesType.FBO, "currencyCode=USD");
        good.put(GuidesType.NGN_ACCOUNT, "accountNumber=0000014579;bankName=First Bank of Nigeria");
        good.put(GuidesType.ZAR_ACCOUNT, "accountNumber=1234567890;bankName=Standard Bank");
        good.put(GuidesType.KES_ACCOUNT, "phoneNumber=+254712345678;provider=M-PESA");
        good.put(GuidesType.TZS_ACCOUNT, "phoneNumber=+255742345678;provider=VODACOM");
        good.put(GuidesType.ZMW_ACCOUNT, "phoneNumber=+260961234567;provider=MTN");
        good.put(GuidesType.RWF_ACCOUNT, "phoneNumber=+250781234567;provider=MTN");
        good.put(GuidesType.CAD_ACCOUNT, "bankCode=001;branchCode=00012;accountNumber=1234567");
        good.put(
                GuidesType.SPARK_WALLET,
                "walletAddress=spark1pgssyuuuhnrrdjswal5c3s3rafw9w3y5dd4cjy3duxlf7hjzkp0rqx6d2far8e");
        good.put(GuidesType.ETHEREUM_WALLET, "walletAddress=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        return good;
    }
}
