package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Column;
import dev.gridload.customer.Header;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

    @Test
    void findsColumnsWhateverTheirCaseAndSeparators() {
        Mapping mapping =
                Mapping.of(new Header(List.of("Platform Customer ID", "customer_type", "FULLNAME", "Zip-Code")));

        assertThat(mapping.problems()).isEmpty();
        assertThat(mapping.columns())
                .containsExactly(
                        Column.PLATFORM_CUSTOMER_ID, Column.CUSTOMER_TYPE, Column.FULL_NAME, Column.POSTAL_CODE);
    }

    @Test
    void passesOverTheColumnsOfItsOwnResultFiles() {
        Mapping mapping = Mapping.of(new Header(List.of(
                "platformCustomerId", "customerType", "gridload_row", "gridCustomerId", "gridAccountId", "outcome")));

        assertThat(mapping.problems()).isEmpty();
    }

    @Test
    void warnsOfColumnsThatItDoesNotKnow() {
        Mapping mapping = Mapping.of(new Header(List.of("platformCustomerId", "customerType", "colour", "")));

        assertThat(mapping.usable()).isTrue();
        assertThat(mapping.problems())
                .containsExactly(
                        new Problem(
                                0,
                                1,
                                null,
                                null,
                                Severity.WARNING,
                                "UNKNOWN_COLUMN",
                                "The header has a column that Grid does not know; its values are not sent; found at column 3, \"colour\"",
                                "Rename the column if its values matter",
                                null),
                        new Problem(
                                0,
                                1,
                                null,
                                null,
                                Severity.WARNING,
                                "UNNAMED_COLUMN",
                                "The header has a column without a name; its values are not sent; found at column 4",
                                "Name the column if its values matter, or remove it",
                                null));
    }

    @Test
    void refusesHeadersThatSayTooLittleOrSayItTwice() {
        assertThat(said("fullName"))
                .containsExactly("platformCustomerId MISSING_COLUMN", "customerType MISSING_COLUMN");
        assertThat(said("platformCustomerId", "customerType", "iban")).containsExactly("accountType MISSING_COLUMN");
        assertThat(said("platformCustomerId", "customerType", "platformAccountId"))
                .isEmpty();
        assertThat(said("platformCustomerId", "customerType", "bic", "swift_bic"))
                .containsExactly("swiftBic DUPLICATE_COLUMN");
        assertThat(said("platformCustomerId", "customerType", "phone")).isEmpty();
        assertThat(Mapping.of(new Header(List.of("fullName"))).usable()).isFalse();
    }

    @Test
    void followsThePlanOfAJobFile() {
        ColumnPlan plan = new ColumnPlan(
                Map.of("Kunde", Column.PLATFORM_CUSTOMER_ID),
                Map.of(Column.COUNTRY, "DE"),
                Map.of(Column.CUSTOMER_TYPE, Map.of("privat", "INDIVIDUAL")));
        Mapping mapping = Mapping.of(new Header(List.of("Kunde", "customerType")), plan);
        SourceRow row = new SourceRow(1, 2, List.of("k-1", " privat "), null);

        assertThat(mapping.problems()).isEmpty();
        assertThat(mapping.value(row, Column.PLATFORM_CUSTOMER_ID)).isEqualTo("k-1");
        assertThat(mapping.value(row, Column.CUSTOMER_TYPE)).isEqualTo("INDIVIDUAL");
        assertThat(mapping.value(row, Column.COUNTRY)).isEqualTo("DE");
    }

    private static List<String> said(String... header) {
        return Mapping.of(new Header(List.of(header))).problems().stream()
                .map(problem -> problem.column() + " " + problem.code())
                .toList();
    }
}
