package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --config}: what Grid's provider requires for a currency. */
class RequiredFieldsTest {

    @TempDir
    Path folder;

    @Test
    void asksForWhatTheCurrencyOfTheAccountRequires() throws IOException {
        CommandLineRun run = check("""
                {"supportedCurrencies": [
                  {"currencyCode": "MXN", "providerRequiredCustomerFields": ["EMAIL", "NATIONALITY", "FI_ADDRESS"]},
                  {"currencyCode": "USD", "providerRequiredCustomerFields": ["TAX_ID"]},
                  {"currencyCode": "EUR"}]}
                """);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .contains("error   row 1 (line 2), email: Grid requires a value here for the currency of the account; "
                        + "found nothing, and MXN needs EMAIL")
                .contains("warning row 1 (line 2), nationality: Grid requires a value for the currency of the account "
                        + "that the bulk upload cannot carry; MXN needs NATIONALITY")
                .contains("1 error, 1 warning");
    }

    @Test
    void saysOnceThatAValueIsMissing() throws IOException {
        CommandLineRun run = check("""
                {"supportedCurrencies": [{"currencyCode": "MXN", "providerRequiredCustomerFields": ["BIRTH_DATE"]}]}
                """, "");

        assertThat(run.err()).contains("INDIVIDUAL_FIELD_REQUIRED").doesNotContain("PROVIDER_FIELD_REQUIRED");
    }

    @Test
    void asksNothingOfAnIndividualWhereTheCustomerTypeIsUnknown() throws IOException {
        CommandLineRun run = check("""
                {"supportedCurrencies": [
                  {"currencyCode": "MXN", "providerRequiredCustomerFields": ["BIRTH_DATE", "EMAIL"]}]}
                """, "", "PERSON");

        assertThat(run.err())
                .contains("CUSTOMER_TYPE_UNKNOWN")
                .contains("MXN needs EMAIL")
                .doesNotContain("MXN needs BIRTH_DATE")
                .contains("2 errors");
    }

    @Test
    void neverRefusesARowWithoutSayingWhy() throws IOException {
        CommandLineRun run = check("""
                {"supportedCurrencies": [{"currencyCode": "MXN", "providerRequiredCustomerFields": ["BIRTH_DATE"]}]}
                """, "", "INDIVIDUAL", "--rule", "INDIVIDUAL_FIELD_REQUIRED=warning");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("PROVIDER_FIELD_REQUIRED").contains("1 error, 1 warning");
    }

    @Test
    void requiresNothingWhereTheAnswerNamesNothing() throws IOException {
        assertThat(check("{}").exitCode()).isZero();
    }

    @Test
    void refusesAFileThatIsNoAnswer() throws IOException {
        CommandLineRun run = check("[1]");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is no answer of GET /config (it is not a JSON object)");
    }

    private CommandLineRun check(String config) throws IOException {
        return check(config, "1990-01-15");
    }

    private CommandLineRun check(String config, String birthDate) throws IOException {
        return check(config, birthDate, "INDIVIDUAL");
    }

    private CommandLineRun check(String config, String birthDate, String type, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), """
                platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,accountType,clabeNumber,bankName
                c1,%s,Jane Doe,%s,Calle 1,Mexico,CMX,06000,MX,CLABE,032180000118359719,Banco
                """.formatted(type, birthDate));
        Path saved = Files.writeString(folder.resolve("config.json"), config);
        return CommandLineRun.of(
                Stream.concat(Stream.of("validate", "--config", saved.toString(), file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
