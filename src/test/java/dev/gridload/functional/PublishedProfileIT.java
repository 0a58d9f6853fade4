package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Document;
import dev.gridload.sandbox.Journal;
import dev.gridload.sandbox.SandboxSettings;
import dev.gridload.testing.GridJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a Grid that holds every request to the published API alone. */
class PublishedProfileIT {

    private static final String BUSINESS =
            "platformCustomerId,customerType,umaAddress,businessLegalName,addressLine1,city,"
                    + "state,postalCode,country,businessTaxId,incorporatedOn,businessCountry,accountType,iban\n";
    private static final String ACME = ",400 Commerce Way,Berlin,BE,10969,DE,DE123456789,";
    private static final String LOST = "{\"kind\":\"CLOSE_AFTER_EFFECT\",\"method\":\"POST\",\"path\":\"";

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(
                folder, SandboxSettings.defaults().withJobTime(Duration.ZERO).withDocument(Document.PUBLISHED));
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private Path everyType() {
        return work.write(
                "all-types.csv",
                work.gridload("template", "--profile", "openapi").out());
    }

    private void everyAccountStandsOnce() {
        List<Map<String, String>> rows = work.rows("_success.csv");
        assertThat(rows).hasSize(46);
        assertThat(rows)
                .allSatisfy(row -> assertThat(work.grid.journal().effectsOn(row.get("platformCustomerId")))
                        .as(row.get("accountType"))
                        .extracting(effect -> effect.kind() + " " + effect.gridId())
                        .containsExactly(
                                "CUSTOMER_CREATED " + row.get("gridCustomerId"),
                                "ACCOUNT_CREATED " + row.get("gridAccountId")));
    }

    @Test
    void everyTypeArrivesByTheUpload() {
        CommandRun run = work.importing(everyType(), "--profile", "openapi");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(run.said()).contains("Accounts, each by a call of its own: 46 created; status at Grid: 46 ACTIVE");
        assertThat(work.uploads()).isEqualTo(1);
        everyAccountStandsOnce();
    }

    @Test
    void everyTypeArrivesByCalls() {
        CommandRun run = work.importing(everyType(), "--profile", "openapi", "--route", "direct");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(work.uploads()).isZero();
        everyAccountStandsOnce();
    }

    @Test
    void everyTypeStandsOnceWhenAnswersAreLost() {
        work.faults(LOST + "/customers/external-accounts\",\"chance\":0.4,\"seed\":5}," + LOST
                + "/customers/bulk/csv\",\"call\":1},"
                + "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"1\",\"method\":\"POST\","
                + "\"path\":\"/customers/external-accounts\",\"call\":9}");

        CommandRun run = work.importing(everyType(), "--profile", "openapi", "--settle", "3s");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        everyAccountStandsOnce();
        assertThat(GridJournal.of(work.grid.journal()).blindRepeats()).isEmpty();
    }

    @Test
    void theSameAddressOnSeveralChainsIsSeveralAccounts() {
        String customer = "c1,INDIVIDUAL,$c1@uma.example.com,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US,";
        String address = ",0x01Ea4833c918A059F6aCB77a6621D48F839579C5\n";
        Path file = work.write(
                "chains.csv",
                "platformCustomerId,customerType,umaAddress,fullName,birthDate,addressLine1,city,state,postalCode,country,"
                        + "accountType,walletAddress\n" + customer + "ETHEREUM_WALLET" + address + customer
                        + "BASE_WALLET"
                        + address + customer + "POLYGON_WALLET" + address);
        work.faults(LOST + "/customers/external-accounts\"}");

        CommandRun run = work.importing(file, "--profile", "openapi", "--settle", "2s");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(work.grid.journal().effectsOn("c1"))
                .extracting(Journal.Effect::kind)
                .containsExactly(
                        Journal.EffectKind.CUSTOMER_CREATED,
                        Journal.EffectKind.ACCOUNT_CREATED,
                        Journal.EffectKind.ACCOUNT_CREATED,
                        Journal.EffectKind.ACCOUNT_CREATED);
        assertThat(work.rows("_success.csv"))
                .extracting(row -> row.get("gridAccountId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBusinessIsCreatedByACallThatSaysAllThatThePublishedCallAsksFor() {
        Path file = work.write(
                "businesses.csv",
                BUSINESS + "b1,BUSINESS,,Acme GmbH" + ACME + "2018-03-14,DE,IBAN,DE10370400447991779440\n"
                        + "b2,BUSINESS,,Apex GmbH" + ACME + ",,,\n");

        CommandRun run = work.importing(file, "--profile", "openapi", "--route", "direct");

        assertThat(run.exitCode()).as("%s", run.said()).isEqualTo(4);
        assertThat(work.grid.journal().effectsOn("b1")).hasSize(2);
        assertThat(work.rows("_failed.csv"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("platformCustomerId", "b2")
                        .containsEntry("gridload_code", "BUSINESS_DETAIL_REQUIRED")
                        .containsEntry("gridload_column", "businessCountry; incorporatedOn"));
    }

    @Test
    void aBusinessThatNoCallCanSayIsUploadedAgainWhenItsUploadWasLost() {
        Path file = work.write(
                "businesses.csv",
                BUSINESS + "b1,BUSINESS,$b1@uma.example.com,Acme GmbH" + ACME + ",,,\n"
                        + "b2,BUSINESS,$b2@uma.example.com,Apex GmbH" + ACME + ",,,\n");
        work.faults(
                "{\"kind\":\"CLOSE_BEFORE_EFFECT\",\"method\":\"POST\",\"path\":\"/customers/bulk/csv\",\"call\":1},"
                        + "{\"kind\":\"CLOSE_AFTER_EFFECT\",\"method\":\"POST\",\"path\":\"/customers/bulk/csv\",\"call\":3}");

        CommandRun run = work.importing(file, "--profile", "openapi", "--settle", "1s", "--jobs", "1");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("b1", "b2");
        assertThat(work.uploads()).isEqualTo(3);
        assertThat(GridJournal.of(work.grid.journal()).blindRepeats()).isEmpty();
    }

    @Test
    void aBusinessThatGridNeverTakesIsAskedAboutAfterSomeTries() {
        Path file =
                work.write("businesses.csv", BUSINESS + "b1,BUSINESS,$b1@uma.example.com,Acme GmbH" + ACME + ",,,\n");
        work.faults("{\"kind\":\"CLOSE_BEFORE_EFFECT\",\"method\":\"POST\",\"path\":\"/customers/bulk/csv\"}");

        CommandRun run = work.importing(file, "--profile", "openapi", "--settle", "1s");

        assertThat(run.exitCode()).as("%s", run.said()).isEqualTo(5);
        assertThat(work.created()).isEmpty();
        assertThat(work.uploads()).isEqualTo(6);
        assertThat(run.said()).anyMatch(line -> line.contains("gridload decide"));
    }

    @Test
    void theRouteIsChosenByWhatEachDocumentsCallsTake() {
        Path file = work.write(
                "mixed.csv",
                BUSINESS + "b1,BUSINESS,$b1@uma.example.com,Acme GmbH" + ACME + ",,,\n" + "b2,BUSINESS,,Apex GmbH"
                        + ACME + "2018-03-14,DE,,\n");

        CommandRun run = work.importing(file, "--profile", "openapi", "--route", "auto", "--dry-run");

        assertThat(run.said())
                .contains("  1 row by the bulk route because the published call needs more of a business than they say")
                .contains(
                        "  1 row by the direct route because the published upload needs a UMA address, and they have none");
    }

    @Test
    void anotherProfileIsAnotherImport() {
        Path file = work.write(
                "a.csv",
                "platformCustomerId,customerType,umaAddress,fullName,birthDate,addressLine1,city,state,postalCode,country\n"
                        + "c1,INDIVIDUAL,$c1@uma.example.com,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US\n");

        assertThat(work.importing(file, "--profile", "openapi").exitCode()).isZero();
        CommandRun again = work.importing(file, "--profile", "openapi");
        assertThat(again.said()).anyMatch(line -> line.startsWith("a.csv is already imported"));
        assertThat(work.importing(file, "--route", "direct").said())
                .noneMatch(line -> line.startsWith("a.csv is already imported"));
        assertThat(work.created()).containsExactly("c1");
    }
}
