package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.AccountTypes;
import dev.gridload.account.PublishedField;
import dev.gridload.account.PublishedType;
import dev.gridload.customer.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every account type that is declared is whole: it has rules that bite, an example that keeps them, and a template. */
class PublishedTypesTest {

    @TempDir
    Path folder;

    static Stream<PublishedType> types() {
        return AccountTypes.published().all().stream().map(PublishedType.class::cast);
    }

    private static List<String> broken(PublishedType type, Map<String, String> row, boolean business) {
        Set<String> broken = new HashSet<>();
        type.check(row::get, business, (column, rule, wanted) -> broken.add(column + " " + rule.code()));
        return broken.stream().sorted().toList();
    }

    private static Map<String, String> example(PublishedType type) {
        Map<String, String> row = new HashMap<>();
        type.fields().stream()
                .filter(field -> !field.example().isEmpty())
                .forEach(field -> row.put(field.name(), field.example()));
        return row;
    }

    @Test
    void everyTypeOfThePublishedListIsDeclaredOnce() {
        assertThat(types().map(PublishedType::wireName))
                .hasSize(46)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z]{3,5}_ACCOUNT|[A-Z]+_WALLET|LIGHTNING"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasAnExampleThatBreaksNoRule(PublishedType type) {
        assertThat(example(type)).isNotEmpty();
        assertThat(broken(type, example(type), false)).isEmpty();
        assertThat(type.currency() != null || type.has("currencyCode")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("types")
    void asksForWhatIsRequired(PublishedType type) {
        assertThat(broken(type, Map.of(), false)).isNotEmpty();
        for (PublishedField field : type.fields()) {
            if (field.column().required()) {
                Map<String, String> row = example(type);
                row.remove(field.name());
                assertThat(broken(type, row, false)).contains(field.name() + " ACCOUNT_FIELD_REQUIRED");
            }
        }
        for (PublishedType.Group way : type.groups()) {
            Map<String, String> row = example(type);
            type.groups().forEach(other -> row.keySet().removeAll(other.columns()));
            assertThat(broken(type, row, true))
                    .contains(type.groups().get(0).columns().get(0) + " ACCOUNT_FIELDS_CHOICE");
            way.columns().forEach(column -> row.put(column, "x"));
            assertThat(broken(type, row, true)).noneMatch(problem -> problem.endsWith("ACCOUNT_FIELDS_CHOICE"));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void holdsEachFieldToItsForm(PublishedType type) {
        for (PublishedField field : type.fields()) {
            Map<String, String> row = example(type);
            // Only a text of any length is never wrong, and such a field has a rule of ours or says nothing.
            String wrong = "\n".repeat(300);
            row.put(field.name(), wrong);
            assertThat(broken(type, row, true)).contains(field.name() + " ACCOUNT_FIELD_FORMAT");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasColumnsThatAFileMayHave(PublishedType type) {
        assertThat(type.columns())
                .allSatisfy(column -> assertThat(Column.named(column.name()))
                        .as(column.name())
                        .isNotNull()
                        .extracting(Column::header)
                        .isEqualTo(column.name()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasATemplateThatIsAcceptedWithoutAWordAndAPage(PublishedType type) throws IOException {
        CommandLineRun template = CommandLineRun.of("template", "--profile", "openapi", type.wireName());
        Path file = Files.writeString(folder.resolve("a.csv"), template.out());
        CommandLineRun checked = CommandLineRun.of("validate", "--profile", "openapi", file.toString());
        CommandLineRun page = CommandLineRun.of("rules", "--profile", "openapi", type.wireName());

        assertThat(checked.err()).contains("1 row, 1 good").contains("0 errors, 0 warnings");
        assertThat(checked.exitCode()).isZero();
        assertThat(page.out()).startsWith(type.wireName());
        assertThat(type.fields())
                .allSatisfy(field -> assertThat(page.out())
                        .contains("  " + field.name() + ", ")
                        .contains(field.form().words()));
    }

    @Test
    void namesOfTheGuidesAreTranslatedAndItIsSaid() throws IOException {
        assertThat(CommandLineRun.of("template", "--profile", "openapi", "iban").out())
                .contains(",EUR_ACCOUNT,");
        Path file = Files.writeString(folder.resolve("a.csv"), """
                platformCustomerId,customerType,umaAddress,fullName,birthDate,addressLine1,city,state,postalCode,country,accountType,iban,swiftBic
                c1,INDIVIDUAL,$c1@uma.example.com,Jane Doe,1990-01-15,1 Main St,Bonn,NW,53111,DE,IBAN,DE10370400447991779440,COBADEFFXXX
                """);

        CommandLineRun checked = CommandLineRun.of("validate", "--profile", "openapi", file.toString());

        assertThat(checked.exitCode()).isZero();
        assertThat(checked.err())
                .contains("row 1 (line 2), accountType: Another name for the same thing was translated")
                .contains("IBAN -> EUR_ACCOUNT");
    }

    @Test
    void tellsWhichDocumentATypeIsOf() {
        CommandLineRun guides = CommandLineRun.of("template", "GBP_ACCOUNT");
        CommandLineRun typo = CommandLineRun.of("template", "--profile", "openapi", "GBP_ACOUNT");
        CommandLineRun profile = CommandLineRun.of("rules", "--profile", "old", "CLABE");

        assertThat(guides.exitCode()).isEqualTo(1);
        assertThat(guides.err())
                .isEqualToIgnoringNewLines("gridload: the account type GBP_ACCOUNT is one of --profile openapi\n");
        assertThat(typo.err())
                .isEqualToIgnoringNewLines(
                        "gridload: there is no account type GBP_ACOUNT. Did you mean \"GBP_ACCOUNT\"?\n");
        assertThat(profile.err()).contains("--profile is guides or openapi, not old");
        assertThat(CommandLineRun.of("rules", "clabe").out()).startsWith("CLABE  (MXN)\n  clabeNumber, required\n");
    }

    @Test
    void columnsOfThePublishedApiAreUnknownToTheGuides() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), """
                platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,sortCode
                c1,INDIVIDUAL,Jane Doe,1990-01-15,1 Main St,Bonn,NW,53111,DE,1
                """);

        assertThat(CommandLineRun.of("validate", file.toString()).err())
                .contains("UNKNOWN_COLUMN")
                .contains("sortCode");
    }

    @Test
    void aBadRowIsToldItsColumnAndWhatItsTypeWants() throws IOException {
        String head =
                "platformCustomerId,customerType,umaAddress,fullName,birthDate,addressLine1,city,state,postalCode,"
                        + "country,accountType,";
        String person = ",INDIVIDUAL,$a@uma.example.com,Jane Doe,1990-01-15,1 Main St,Bonn,NW,53111,DE,";
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                head + "sortCode,accountNumber,iban,phoneNumber,bankName,accountCategory,currency,invoice,bolt12\n"
                        + "c1" + person + "GBP_ACCOUNT,12345,40715108,,,,,,,\n"
                        + "c2" + person + "FBO,,,,,,,USD,,\n"
                        + "c3" + person + "SLV_ACCOUNT,,40715108,,,,,,,\n"
                        + "c4" + person + "CNY_ACCOUNT,,40715108,,,Harbour Bank,,,,\n"
                        + "c5" + person + "GTQ_ACCOUNT,,40715108,,,Banco del Lago,CHECKING,,,\n"
                        + "c6,INDIVIDUAL,,Jane Doe,1990-01-15,1 Main St,Bonn,NW,53111,DE,,,,,,,,,,\n"
                        + "c7" + person + "EUR_ACCOUNT,,,DE10370400447991779441,,,,,,\n");

        String said = CommandLineRun.of("validate", "--profile", "openapi", file.toString())
                .err();

        assertThat(said)
                .contains("row 1 (line 2), sortCode: The value has the form that its account type asks for; "
                        + "GBP_ACCOUNT wants 6 digits; found 5 digits")
                .contains("row 2 (line 3), accountType: The account type is one of those that Grid's OpenAPI publishes")
                .contains(
                        "row 3 (line 4), accountNumber: The account is known by one of the ways that its type offers; "
                                + "SLV_ACCOUNT wants accountNumber and accountCategory or phoneNumber")
                .contains(
                        "row 4 (line 5), accountNumber: The account is known by one of the ways that its type offers; "
                                + "CNY_ACCOUNT wants accountNumber of a business or phoneNumber")
                .contains("row 5 (line 6), phoneNumber: This account type needs a value here")
                .contains("row 6 (line 7), umaAddress: Grid's published bulk upload needs a UMA address")
                .contains("row 7 (line 8), iban: ")
                .contains("7 with errors");
    }
}
