package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.GuidesType;
import dev.gridload.customer.Address;
import dev.gridload.customer.Business;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import dev.gridload.customer.Identity;
import dev.gridload.customer.Individual;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bodies that create accounts, held to the shape of the guide's examples. */
class ExternalAccountsTest {

    private static final Address HOME = new Address("1 Main St", null, "Austin", "TX", "78701", "US");
    private static final String PERSON = "\"beneficiary\":{\"beneficiaryType\":\"INDIVIDUAL\",\"fullName\":\"Ann Lee\","
            + "\"birthDate\":\"1990-01-15\",\"address\":{\"line1\":\"1 Main St\",\"city\":\"Austin\",\"state\":\"TX\","
            + "\"postalCode\":\"78701\",\"country\":\"US\"}}";

    private static Map<String, String> values(String fields) {
        Map<String, String> values = new HashMap<>();
        for (String field : fields.split(" ")) {
            values.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return values;
    }

    private static Customer person(String type, String fields) {
        return new Individual(
                new Identity("c1", null, "ann@example.com", null),
                "Ann Lee",
                "1990-01-15",
                HOME,
                GuidesType.valueOf(type).of(values(fields)::get));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "US_ACCOUNT | accountNumber=123456789 routingNumber=021000021 accountCategory=CHECKING | USD | "
                        + "\"routingNumber\":\"021000021\",\"accountNumber\":\"123456789\",\"accountCategory\":\"CHECKING\"",
                "CLABE | clabeNumber=123456789012345678 bankName=BBVA | MXN | "
                        + "\"clabeNumber\":\"123456789012345678\",\"bankName\":\"BBVA\"",
                "PIX | pixKey=user@email.com pixKeyType=EMAIL | BRL | "
                        + "\"pixKey\":\"user@email.com\",\"pixKeyType\":\"EMAIL\"",
                "IBAN | iban=DE89370400440532013000 swiftBic=DEUTDEFF | EUR | "
                        + "\"iban\":\"DE89370400440532013000\",\"swiftBic\":\"DEUTDEFF\"",
                "UPI | vpa=user@okbank | INR | \"vpa\":\"user@okbank\"",
                "NGN_ACCOUNT | accountNumber=0123456789 bankName=First | NGN | "
                        + "\"accountNumber\":\"0123456789\",\"bankName\":\"First\"",
                "ZAR_ACCOUNT | accountNumber=1234567890 bankName=Absa | ZAR | "
                        + "\"accountNumber\":\"1234567890\",\"bankName\":\"Absa\"",
                "KES_ACCOUNT | phoneNumber=+254712345678 provider=M-PESA | KES | "
                        + "\"phoneNumber\":\"+254712345678\",\"provider\":\"M-PESA\"",
                "TZS_ACCOUNT | phoneNumber=+255712345678 provider=VODACOM | TZS | "
                        + "\"phoneNumber\":\"+255712345678\",\"provider\":\"VODACOM\"",
                "ZMW_ACCOUNT | phoneNumber=+260971234567 provider=MTN | ZMW | "
                        + "\"phoneNumber\":\"+260971234567\",\"provider\":\"MTN\"",
                "RWF_ACCOUNT | phoneNumber=+250781234567 provider=MTN | RWF | "
                        + "\"phoneNumber\":\"+250781234567\",\"provider\":\"MTN\"",
                "CAD_ACCOUNT | bankCode=001 branchCode=00012 accountNumber=1234567 | CAD | "
                        + "\"bankCode\":\"001\",\"branchCode\":\"00012\",\"accountNumber\":\"1234567\"",
            })
    void namesTheCustomerAsBeneficiary(String type, String fields, String currency, String info) {
        assertThat(new ExternalAccounts(true).request(person(type, fields + " platformAccountId=a1"), Details.NONE))
                .isEqualTo("{\"currency\":\"" + currency + "\",\"platformAccountId\":\"a1\",\"accountInfo\":{"
                        + "\"accountType\":\"" + type + "\"," + info + "," + PERSON + "}}");
    }

    @ParameterizedTest
    @CsvSource({"SPARK_WALLET, spark1abc, BTC", "ETHEREUM_WALLET, 0xAbC, USDC"})
    void walletsNameNobody(String type, String address, String currency) {
        assertThat(new ExternalAccounts(false).request(person(type, "walletAddress=" + address), Details.NONE))
                .isEqualTo("{\"currency\":\"" + currency + "\",\"accountInfo\":{\"accountType\":\"" + type
                        + "\",\"address\":\"" + address + "\"}}");
    }

    @Test
    void businessIsNamedWithItsPapers() {
        Customer acme = new Business(
                new Identity("b1", null, null, null),
                "Acme",
                "789",
                "12-345",
                HOME,
                GuidesType.UPI.of(values("vpa=acme@okbank")::get));

        assertThat(new ExternalAccounts(true).request(acme, Details.NONE))
                .contains("\"beneficiary\":{\"beneficiaryType\":\"BUSINESS\",\"businessInfo\":{\"legalName\":\"Acme\","
                        + "\"registrationNumber\":\"789\",\"taxId\":\"12-345\"},\"address\":{");
    }

    @Test
    void nationalityAndCurrencyComeFromTheirColumns() {
        Details details = Details.of(Map.of(Column.NATIONALITY, "FR", Column.CURRENCY_CODE, "CHF"));

        assertThat(new ExternalAccounts(true).request(person("IBAN", "iban=CH9300762011623852957"), details))
                .startsWith("{\"currency\":\"CHF\",")
                .contains("\"birthDate\":\"1990-01-15\",\"nationality\":\"FR\",\"address\":");
    }

    @Test
    void anotherBeneficiaryIsNamedByItsOwnColumnsAlone() {
        Details details = Details.of(Map.of(
                Column.BENEFICIARY_LEGAL_NAME, "Other Ltd",
                Column.BENEFICIARY_ADDRESS_LINE_1, "2 Side St",
                Column.BENEFICIARY_POSTAL_CODE, "1000",
                Column.BENEFICIARY_COUNTRY, "DE"));
        Customer ann = person("UPI", "vpa=other@okbank");

        assertThat(new ExternalAccounts(false).takes(ann, details))
                .as("the bulk CSV cannot name it")
                .isTrue();
        assertThat(new ExternalAccounts(false).takes(ann, Details.NONE)).isFalse();
        assertThat(new ExternalAccounts(false).request(ann, details))
                .isEqualTo("{\"currency\":\"INR\",\"accountInfo\":{\"accountType\":\"UPI\",\"vpa\":\"other@okbank\","
                        + "\"beneficiary\":{\"beneficiaryType\":\"BUSINESS\",\"businessInfo\":{\"legalName\":\"Other Ltd\"},"
                        + "\"address\":{\"line1\":\"2 Side St\",\"postalCode\":\"1000\",\"country\":\"DE\"}}}}");
    }

    @Test
    void fboBelongsToThePlatformAndIsNeverExternal() {
        assertThat(new ExternalAccounts(true).takes(person("FBO", "currencyCode=USD"), Details.NONE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD | accountNumber=123456789 routingNumber=021000021 | true",
                "USD | accountNumber=123456789 | true",
                "USD | accountNumber=123456780 routingNumber=021000021 | false",
                "USD | accountNumber=123456789 routingNumber=021000089 | false",
                "USD | routingNumber=021000021 | false",
                "MXN | accountNumber=123456789 routingNumber=021000021 | false",
            })
    void isKnownAgainByCurrencyAndNumbersWhateverGridCallsItsType(String currency, String info, boolean same) {
        String request = new ExternalAccounts(true)
                .request(
                        person(
                                "US_ACCOUNT",
                                "accountNumber=123456789 routingNumber=021000021 accountCategory=CHECKING"),
                        Details.NONE);
        Map<String, String> listed = values(info + " accountType=USD_ACCOUNT");

        assertThat(new GridAccount("x", "ACTIVE", currency, listed).is(request)).isEqualTo(same);
    }
}
