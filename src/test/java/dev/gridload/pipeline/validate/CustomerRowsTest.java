package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Column;
import dev.gridload.customer.Problem;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every line of {@code spec/customers.csv}: a good row with one value exchanged, and the code expected or nothing. */
class CustomerRowsTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    @ParameterizedTest
    @CsvFileSource(resources = "/spec/customers.csv", numLinesToSkip = 1)
    void judgesAsTheSpecificationSays(String kind, String column, String value, String code) {
        TestRows rows = kind.equals("BUSINESS") ? TestRows.business() : TestRows.individual();

        assertThat(rows
                        .with(Objects.requireNonNull(Column.named(column)), unescaped(value))
                        .problems(RuleSet.production())
                        .stream()
                        .map(Problem::code)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(code == null ? "" : code);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/spec/postal-codes.csv", numLinesToSkip = 1)
    void warnsOfPostalCodesThatAreNoneOfTheirCountry(String country, String postalCode, String verdict) {
        assertThat(TestRows.individual()
                        .with(Column.COUNTRY, country)
                        .with(Column.POSTAL_CODE, postalCode)
                        .said())
                .isEqualTo(verdict == null ? List.of() : List.of("postalCode WARNING " + verdict));
    }

    @Test
    void warnsOfTextsThatAreTooLongToBeMeant() {
        assertThat(TestRows.individual().with(Column.CITY, "x".repeat(255)).said())
                .isEmpty();
        assertThat(TestRows.individual().with(Column.CITY, "x".repeat(256)).said())
                .containsExactly("city WARNING TEXT_LONG");
        assertThat(TestRows.individual().with(Column.FULL_NAME, "x".repeat(256)).said())
                .containsExactly("fullName WARNING NAME_LONG");
        assertThat(TestRows.business()
                        .with(Column.BUSINESS_LEGAL_NAME, "x".repeat(256))
                        .said())
                .containsExactly("businessLegalName WARNING BUSINESS_NAME_LONG");
        assertThat(TestRows.individual()
                        .with(Column.PLATFORM_CUSTOMER_ID, "x".repeat(256))
                        .said())
                .containsExactly("platformCustomerId WARNING TEXT_LONG");
    }

    @Test
    void knowsAllColumnsByTheirOwnNamesAndByOthers() {
        for (Column column : Column.values()) {
            assertThat(Column.named(column.header())).isEqualTo(column);
            assertThat(Column.named(column.name())).isEqualTo(column);
        }
        assertThat(Column.named("\ufeffPlatform Customer ID")).isEqualTo(Column.PLATFORM_CUSTOMER_ID);
        assertThat(Column.named("bankAccountType")).isEqualTo(Column.ACCOUNT_CATEGORY);
        assertThat(Column.named("wallet")).isEqualTo(Column.WALLET_ADDRESS);
        assertThat(Column.named("favourite colour")).isNull();
        assertThat(Column.ignored("gridload_hint")).isTrue();
        assertThat(Column.ignored("fullName")).isFalse();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\/", "/"))
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }
}
