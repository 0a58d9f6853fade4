package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import dev.gridload.testing.GridJournal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers that are created by calls of their own. */
class DirectRouteIT {

    private static final String CUSTOMERS = "\"method\":\"POST\",\"path\":\"/customers\"";

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private JsonNode customer(String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(work.grid.baseUrl() + "/customers?platformCustomerId=" + id))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("sandbox:sandbox".getBytes()))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return JsonMapper.builder().build().readTree(body).path("data").get(0);
    }

    private List<Journal.Exchange> posts() {
        return work.grid.journal().exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals("POST") && exchange.path().endsWith("/customers"))
                .toList();
    }

    @Test
    void everythingThatTheUploadLacksArrives() throws Exception {
        Path file = work.write(
                "full.csv",
                "platformCustomerId,customerType,fullName,birthDate,nationality,region,currencies,phoneNumber,email,addressLine1,"
                        + "city,state,postalCode,country,businessLegalName,businessTaxId,incorporatedOn,accountType,currencyCode,"
                        + "consentAcceptedAt,consentIpAddress,consentTermsVersion,consentAcceptanceMethod\n"
                        + "p1,INDIVIDUAL,Ada Quill,1990-01-31,FR,US,USD;USDC,+14155550100,ada@example.com,1 Main St,Austin,TX,"
                        + "78701,US,,,,FBO,USD,2026-03-01T10:00:00Z,198.51.100.24,V1,CHECKBOX\n"
                        + "b1,BUSINESS,,,,,,,,2 Side St,Austin,TX,78701,US,Acme Corp,12-345,2018-03-14,,,,,,\n");

        CommandRun run = work.importing(file, "--route", "direct");

        assertThat(run.exitCode()).isZero();
        assertThat(work.uploads()).isZero();
        JsonNode person = customer("p1");
        assertThat(person.path("nationality").asString()).isEqualTo("FR");
        assertThat(person.path("region").asString()).isEqualTo("US");
        assertThat(person.path("currencies").toString()).isEqualTo("[\"USD\",\"USDC\"]");
        assertThat(person.path("phoneNumber").asString()).isEqualTo("+14155550100");
        assertThat(person.path("endUserTermsConsent").toString())
                .isEqualTo("{\"acceptedAt\":\"2026-03-01T10:00:00Z\",\"ipAddress\":\"198.51.100.24\","
                        + "\"termsVersion\":\"V1\",\"acceptanceMethod\":\"CHECKBOX\"}");
        assertThat(customer("b1").path("businessInfo").toString())
                .isEqualTo("{\"legalName\":\"Acme Corp\",\"taxId\":\"12-345\",\"incorporatedOn\":\"2018-03-14\"}");
        assertThat(work.ledger("select (text::json->'bankAccountInfo')::text from import_row where customer_id = 'p1'"))
                .containsExactly("{\"accountType\":\"FBO\",\"currencyCode\":\"USD\"}");
    }

    @Test
    void fieldErrorsOfGridAreBoundToTheColumns() {
        Path file = work.customers("some.csv", "c-gridfail", 1);

        CommandRun run = work.importing(file, "--route", "direct");

        assertThat(run.exitCode()).isEqualTo(4);
        Map<String, String> failed = work.rows("_failed.csv").get(0);
        assertThat(failed)
                .containsEntry("gridload_code", "INVALID_INPUT")
                .containsEntry("gridload_column", "accountNumber")
                .containsEntry("gridload_error", "The request has invalid fields: Invalid bank account number");
    }

    @Test
    void lostAnswersNeitherLoseNorDoubleACustomer() {
        Path file = work.customers("lost.csv", "c", 60);
        work.faults("{\"kind\":\"CLOSE_AFTER_EFFECT\"," + CUSTOMERS + ",\"from\":3,\"to\":12},"
                + "{\"kind\":\"CLOSE_BEFORE_EFFECT\"," + CUSTOMERS + ",\"from\":1,\"to\":6},"
                + "{\"kind\":\"ANSWER_AFTER_EFFECT\"," + CUSTOMERS + ",\"call\":30},"
                + "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"1\"," + CUSTOMERS
                + ",\"call\":40}");

        CommandRun run = work.importing(file, "--route", "direct", "--settle", "2s");

        assertThat(run.exitCode()).isZero();
        assertThat(work.created()).hasSize(60).doesNotHaveDuplicates();
        assertThat(GridJournal.of(work.grid.journal()).blindRepeats()).isEmpty();
        assertThat(GridJournal.of(work.grid.journal()).impatient(Duration.ofMillis(150)))
                .isEmpty();
        assertThat(work.rows("_success.csv")).hasSize(60);
    }

    @Test
    void autoPicksForEachRowAndSaysWhy() {
        StringBuilder csv = new StringBuilder(Workplace.HEADER.replace("\n", ",currencyCode,nationality\n"));
        for (int i = 1; i <= 60; i++) {
            csv.append(Workplace.row("c-" + i).replace("\n", ",,\n"));
        }
        csv.append(Workplace.row("f-1").replace("US,,,,,,\n", "US,FBO,,,,,,USD,\n"));
        csv.append(Workplace.row("n-1").replace("\n", ",,FR\n"));
        Path file = work.write("auto.csv", csv.toString());

        CommandRun dry = work.gridload("import", file.toString(), "--route", "auto", "--dry-run");
        CommandRun run = work.importing(file, "--route", "auto");

        assertThat(dry.said())
                .containsSequence(
                        "Dry run: 62 rows would be sent, 60 by the bulk route in 1 part, 2 by the direct route; nothing was sent.",
                        "  60 rows by the bulk route because the upload carries all that they say",
                        "  1 row by the direct route because an FBO account goes with its customer only, and the upload does "
                                + "not know it",
                        "  1 row by the direct route because they fill columns that the upload does not have");
        assertThat(run.exitCode()).isZero();
        assertThat(work.uploads()).isEqualTo(1);
        assertThat(posts()).extracting(Journal.Exchange::subject).containsExactlyInAnyOrder("f-1", "n-1");
        assertThat(work.created()).hasSize(62).doesNotHaveDuplicates();
    }

    @Test
    void fewRowsGoOneByOneByThemselves() {
        CommandRun run = work.importing(work.customers("few.csv", "c", 3), "--route", "auto");

        assertThat(run.exitCode()).isZero();
        assertThat(work.uploads()).isZero();
        assertThat(posts()).hasSize(3);
    }

    @Test
    void furtherAccountsOfADirectCustomerAreAdded() {
        Path file = work.write(
                "several.csv",
                Workplace.HEADER
                        + Workplace.row("c1").replace("US,,,,,,", "US,US_ACCOUNT,123400001,Chase,021000021,CHECKING,")
                        + Workplace.row("c1").replace("US,,,,,,", "US,US_ACCOUNT,123400002,Chase,021000021,CHECKING,"));

        CommandRun run = work.importing(file, "--route", "direct");

        assertThat(run.exitCode()).isZero();
        assertThat(work.created()).containsExactly("c1");
        assertThat(work.ledger("select state || ' ' || request from account"))
                .containsExactly("CREATED {\"currency\":\"USD\",\"accountInfo\":{\"accountType\":\"US_ACCOUNT\","
                        + "\"routingNumber\":\"021000021\",\"accountNumber\":\"123400002\","
                        + "\"accountCategory\":\"CHECKING\",\"bankName\":\"Chase\",\"beneficiary\":"
                        + "{\"beneficiaryType\":\"INDIVIDUAL\",\"fullName\":\"Ada Quill\",\"birthDate\":\"1990-01-31\","
                        + "\"address\":{\"line1\":\"1 Main St\",\"city\":\"Austin\",\"state\":\"TX\","
                        + "\"postalCode\":\"78701\",\"country\":\"US\"}}}}");
    }
}
