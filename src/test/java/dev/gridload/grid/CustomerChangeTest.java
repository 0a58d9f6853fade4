package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a row says otherwise than Grid, and which calls make it the same. */
class CustomerChangeTest {

    private static final String KNOWN = """
            {"id": "Customer:1", "platformCustomerId": "c1", "customerType": "INDIVIDUAL", "umaAddress": "$ada@grid.example",
             "region": "US", "currencies": ["USD", "EUR"], "email": "ada@example.com", "phoneNumber": "+14155550100",
             "fullName": "Ada Quill", "birthDate": "1990-01-31", "kycStatus": "APPROVED",
             "address": {"line1": "1 Main St", "line2": "Apt 4", "city": "Austin", "state": "TX", "postalCode": "78701",
                         "country": "US"},
             "isDeleted": false}
            """;

    private static CustomerChange of(String members) {
        return CustomerChange.between(
                "{\"platformCustomerId\":\"c1\",\"customerType\":\"INDIVIDUAL\"" + members + "}", KNOWN);
    }

    @Test
    void nothingIsToBeDoneWhereGridHasAllThatTheRowSays() {
        CustomerChange change = of(",\"fullName\":\"Ada Quill\",\"birthDate\":\"1990-01-31\","
                + "\"address\":{\"line1\":\"1 Main St\",\"postalCode\":\"78701\",\"country\":\"US\"}");

        assertThat(change.isNone()).isTrue();
        assertThat(change.requests()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsSent() {
        CustomerChange change = of(",\"fullName\":\"Ada Finch\",\"birthDate\":\"1990-01-31\"");

        assertThat(change.columns()).containsExactly("fullName");
        assertThat(change.requests()).containsExactly("{\"customerType\":\"INDIVIDUAL\",\"fullName\":\"Ada Finch\"}");
    }

    @Test
    void addressIsSentWholeAndKeepsWhatTheRowLeavesEmpty() {
        CustomerChange change =
                of(",\"address\":{\"line1\":\"2 Main St\",\"postalCode\":\"78701\",\"country\":\"US\"}");

        assertThat(change.columns()).containsExactly("addressLine1");
        assertThat(change.requests())
                .containsExactly(
                        "{\"customerType\":\"INDIVIDUAL\",\"address\":{\"line1\":\"2 Main St\",\"line2\":\"Apt 4\","
                                + "\"city\":\"Austin\",\"state\":\"TX\",\"postalCode\":\"78701\",\"country\":\"US\"}}");
    }

    @Test
    void eMailAddressAndPhoneNumberTravelApart() {
        CustomerChange change =
                of(",\"email\":\"quill@example.com\",\"phoneNumber\":\"+14155550101\",\"fullName\":\"Ada Finch\"");

        assertThat(change.columns()).containsExactly("email", "phoneNumber", "fullName");
        assertThat(change.requests())
                .containsExactly(
                        "{\"customerType\":\"INDIVIDUAL\",\"email\":\"quill@example.com\",\"fullName\":\"Ada Finch\"}",
                        "{\"customerType\":\"INDIVIDUAL\",\"phoneNumber\":\"+14155550101\"}");
    }

    @Test
    void phoneNumberAloneIsOneCall() {
        assertThat(of(",\"phoneNumber\":\"+14155550101\"").requests())
                .containsExactly("{\"customerType\":\"INDIVIDUAL\",\"phoneNumber\":\"+14155550101\"}");
    }

    @Test
    void whatGridNeverChangesIsNamedAndNotSent() {
        CustomerChange change = CustomerChange.between("""
                {"platformCustomerId": "c1", "customerType": "BUSINESS", "region": "MX"}""", KNOWN);

        assertThat(change.immutable()).containsExactly("customerType", "region");
        assertThat(change.requests()).isEmpty();
        assertThat(change.isNone()).isFalse();
    }

    @Test
    void valueThatGridDoesNotHaveIsAdded() {
        assertThat(of(",\"nationality\":\"US\"").columns()).containsExactly("nationality");
    }

    @Test
    void valueThatGridShowsInPartOnlyIsNeitherComparedNorSentBack() {
        CustomerChange change = CustomerChange.between("""
                {"customerType": "BUSINESS", "businessInfo": {"legalName": "Acme Two", "taxId": "47-1234567"}}""", """
                {"customerType": "BUSINESS", "businessInfo": {"legalName": "Acme One", "taxId": "***4567"}}""");

        assertThat(change.columns()).containsExactly("businessLegalName");
        assertThat(change.requests())
                .containsExactly("{\"customerType\":\"BUSINESS\",\"businessInfo\":{\"legalName\":\"Acme Two\"}}");
    }

    @Test
    void ofABusinessThatDiffersAllIsSentThatIsKnown() {
        CustomerChange change = CustomerChange.between("""
                {"customerType": "BUSINESS", "businessInfo": {"legalName": "Acme", "incorporatedOn": "2018-03-14"}}""", """
                {"customerType": "BUSINESS", "businessInfo": {"legalName": "Acme", "taxId": "47-1234567"}}""");

        assertThat(change.columns()).containsExactly("incorporatedOn");
        assertThat(change.requests())
                .containsExactly("{\"customerType\":\"BUSINESS\",\"businessInfo\":"
                        + "{\"legalName\":\"Acme\",\"taxId\":\"47-1234567\",\"incorporatedOn\":\"2018-03-14\"}}");
    }

    @Test
    void accountOfTheRowIsNoPartOfIt() {
        assertThat(of(",\"bankAccountInfo\":{\"accountType\":\"UPI\",\"vpa\":\"ada@okbank\"}")
                        .isNone())
                .isTrue();
    }

    @Test
    void currenciesAreASet() {
        assertThat(of(",\"currencies\":[\"EUR\",\"USD\"]").isNone()).isTrue();
        assertThat(of(",\"currencies\":[\"EUR\"]").requests())
                .containsExactly("{\"customerType\":\"INDIVIDUAL\",\"currencies\":[\"EUR\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email      | ADA@example.com      | true",
                "umaAddress | $Ada@GRID.example    | true",
                "fullName   | Ada  Quill           | true",
                "fullName   | ADA QUILL            | false",
                "birthDate  | 1990-01-31T00:00:00Z | true",
                "birthDate  | 1990-01-30           | false"
            })
    void otherSpellingOfTheSameIsTheSame(String member, String value, boolean same) {
        assertThat(of(",\"" + member + "\":\"" + value + "\"").isNone()).isEqualTo(same);
    }
}
