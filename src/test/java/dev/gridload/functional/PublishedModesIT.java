package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Document;
import dev.gridload.sandbox.Journal;
import dev.gridload.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The modes of an import, its dry run and its undo, at a Grid that holds every request to the published API alone. */
class PublishedModesIT {

    private static final String HEADER =
            "platformCustomerId,customerType,umaAddress,fullName,birthDate,businessLegalName,"
                    + "addressLine1,city,state,postalCode,country,businessTaxId,incorporatedOn,businessCountry,email,phoneNumber,"
                    + "accountType,iban\n";
    private static final String LOST = "{\"kind\":\"CLOSE_AFTER_EFFECT\",\"chance\":0.5,\"seed\":4,\"method\":\"";

    private Workplace work;

    /** Grid has the person p-1 and the business b-1, each with an account. */
    @BeforeEach
    void importFirst(@TempDir Path folder) {
        work = Workplace.in(
                folder, SandboxSettings.defaults().withJobTime(Duration.ZERO).withDocument(Document.PUBLISHED));
        Path first = work.write("first.csv", HEADER + person("p-1", "Austin") + business("b-1", "Berlin"));
        CommandRun run =
                work.gridload("import", first.toString(), "--profile", "openapi", "--output", folder + "/first");
        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        Workplace.letTheSecondPass();
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private static String person(String id, String city) {
        return id + ",INDIVIDUAL,$" + id + "@uma.example.com,Ada Quill,1990-01-31,,1 Main St," + city
                + ",TX,78701,US,,,," + id + "@example.com,+14155550123,EUR_ACCOUNT,DE10370400447991779440\n";
    }

    private static String business(String id, String city) {
        return id + ",BUSINESS,$" + id + "@uma.example.com,,,Acme GmbH,2 Main St," + city
                + ",BE,10969,DE,DE123456789,2018-03-14,DE," + id + "@example.com,,EUR_ACCOUNT,DE10370400447991779440\n";
    }

    private Path second() {
        return work.write(
                "second.csv",
                HEADER
                        + person("p-1", "Dallas")
                        + business("b-1", "Bonn")
                        + person("p-2", "Waco")
                        + business("b-2", "Kiel"));
    }

    private CommandRun importing(Path file, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--profile";
        all[1] = "openapi";
        System.arraycopy(options, 0, all, 2, options.length);
        return work.importing(file, all);
    }

    private List<String> effects(Journal.EffectKind kind) {
        return work.grid.journal().effects().stream()
                .filter(effect -> effect.kind() == kind)
                .map(Journal.Effect::platformCustomerId)
                .toList();
    }

    private long requests(String method) {
        return work.grid.journal().exchanges().stream()
                .filter(exchange -> exchange.method().equals(method))
                .count();
    }

    private List<String> outcomes() {
        return work.rows("_success.csv").stream()
                .map(row -> row.get("platformCustomerId") + " " + row.get("outcome"))
                .toList();
    }

    private void everyAccountStandsOnce() {
        assertThat(effects(Journal.EffectKind.ACCOUNT_CREATED)).containsExactlyInAnyOrder("p-1", "b-1", "p-2", "b-2");
    }

    @Test
    void skipSendsNothingOfThoseThatGridHas() {
        CommandRun run = importing(second(), "--mode", "skip");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(outcomes())
                .containsExactly("p-1 ALREADY_EXISTED", "b-1 ALREADY_EXISTED", "p-2 CREATED", "b-2 CREATED");
        assertThat(requests("PATCH")).isZero();
        everyAccountStandsOnce();
    }

    @Test
    void upsertChangesWhatDiffersWhereAnswersAreLost() {
        work.faults(LOST + "PATCH\"},{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"1\","
                + "\"method\":\"PATCH\",\"call\":2}");

        CommandRun run = importing(second(), "--mode", "upsert", "--route", "direct");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(outcomes()).containsExactly("p-1 UPDATED", "b-1 UPDATED", "p-2 CREATED", "b-2 CREATED");
        assertThat(work.rows("_success.csv"))
                .extracting(row -> row.get("updatedColumns"))
                .containsExactly("phoneNumber; city", "businessCountry; incorporatedOn; city", "", "");
        everyAccountStandsOnce();
    }

    @Test
    void upsertByTheUploadChangesTheSame() {
        CommandRun run = importing(second(), "--mode", "upsert");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(outcomes()).containsExactly("p-1 UPDATED", "b-1 UPDATED", "p-2 CREATED", "b-2 CREATED");
        assertThat(effects(Journal.EffectKind.CUSTOMER_CHANGED)).containsExactlyInAnyOrder("p-1", "b-1");
        everyAccountStandsOnce();
    }

    @Test
    void theDryRunOnlyReads() {
        long posted = requests("POST");

        CommandRun upsert = importing(second(), "--mode", "upsert", "--dry-run");
        CommandRun skip = importing(second(), "--mode", "skip", "--dry-run");

        assertThat(upsert.exitCode()).isZero();
        assertThat(upsert.said())
                .contains(
                        "Grid has 2 of these customers: 2 would be updated, 0 have all of it, 0 would be refused; 2 would be "
                                + "created.");
        assertThat(skip.said())
                .contains("Grid has 2 of these customers, of which nothing would be sent; 2 would be created.");
        assertThat(requests("POST")).isEqualTo(posted);
        assertThat(requests("PATCH")).isZero();
    }

    @Test
    void undoDeletesWhatItCreatedWhereAnswersAreLost() {
        importing(second(), "--mode", "skip");
        work.faults(LOST + "DELETE\"}");

        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).as("%s", run.said()).isZero();
        assertThat(run.said()).contains("Undo of import 2: 2 customers and 2 accounts deleted.");
        assertThat(effects(Journal.EffectKind.CUSTOMER_DELETED)).containsExactlyInAnyOrder("p-2", "b-2");
        assertThat(effects(Journal.EffectKind.ACCOUNT_DELETED)).containsExactlyInAnyOrder("p-2", "b-2");
    }
}
