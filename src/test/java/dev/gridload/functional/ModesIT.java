package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to customers that Grid has already: reported, left out, or changed. */
class ModesIT {

    @TempDir
    private Path folder;

    private Workplace work;

    /** Grid has c-1 to c-3. */
    @BeforeEach
    void open() {
        work = Workplace.in(folder);
        work.gridload("import", work.customers("first.csv", "c", 3).toString(), "--output", work.folder + "/first");
    }

    @AfterEach
    void close() {
        work.close();
    }

    /** c-1 as it is, c-2 in another city, c-3 under another name and address, and new ones. */
    private Path second(String... fresh) {
        StringBuilder csv = new StringBuilder(Workplace.HEADER)
                .append(Workplace.row("c-1"))
                .append(Workplace.row("c-2").replace("Austin", "Dallas"))
                .append(Workplace.row("c-3").replace("Quill", "Finch").replace("1 Main St", "2 Main St"));
        for (String id : fresh) {
            csv.append(Workplace.row(id));
        }
        return work.write("second.csv", csv.toString());
    }

    private List<String> calls(String method) {
        return work.grid.journal().exchanges().stream()
                .filter(exchange -> exchange.method().equals(method))
                .map(exchange -> exchange.subject() + " " + exchange.status())
                .toList();
    }

    private List<String> changed() {
        return work.grid.journal().effects().stream()
                .filter(effect -> effect.kind() == Journal.EffectKind.CUSTOMER_CHANGED)
                .map(Journal.Effect::platformCustomerId)
                .toList();
    }

    @Test
    void createReportsThemAndChangesNothing() {
        CommandRun run = work.importing(second("c-4"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("           3  already existed   in Grid before this import");
        assertThat(calls("PATCH")).isEmpty();
        assertThat(work.created()).containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-4");
    }

    @Test
    void skipSendsNothingOfThem() {
        long uploads = work.uploads();

        CommandRun run = work.importing(second("c-4", "c-5"), "--mode", "skip");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said())
                .contains(
                        "           2  created           in Grid, read back from its list",
                        "           3  already existed   in Grid before this import");
        assertThat(work.uploads()).isEqualTo(uploads + 1);
        assertThat(work.ledger("select rows || ' ' || created || ' ' || existed from submission where import_id = 2"))
                .containsExactly("2 2 0");
        assertThat(work.created()).containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-4", "c-5");
        assertThat(changed()).isEmpty();
        assertThat(work.rows("_success.csv"))
                .allSatisfy(row -> assertThat(row.get("gridCustomerId")).startsWith("Customer:"))
                .extracting(row -> row.get("platformCustomerId") + " " + row.get("outcome"))
                .containsExactly(
                        "c-1 ALREADY_EXISTED",
                        "c-2 ALREADY_EXISTED",
                        "c-3 ALREADY_EXISTED",
                        "c-4 CREATED",
                        "c-5 CREATED");
        assertThat(work.gridload("history", "c-1").err()).contains("second.csv row 1: already existed as Customer:");
    }

    @Test
    void skipUploadsNothingWhereGridHasAllOfThem() {
        long uploads = work.uploads();

        CommandRun run = work.importing(second(), "--mode", "skip", "--route", "auto");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("           3  already existed   in Grid before this import");
        assertThat(work.uploads()).isEqualTo(uploads);
        assertThat(calls("POST")).hasSize(1);
    }

    @Test
    void skipLeavesOutFurtherAccountsOfThemToo() {
        Path file = work.write(
                "accounts.csv",
                Workplace.HEADER.replace("\n", ",phoneNumber,provider\n")
                        + kenyan("c-1", "+254712345601")
                        + kenyan("c-1", "+254712345602")
                        + kenyan("k-1", "+254712345603")
                        + kenyan("k-1", "+254712345604"));

        CommandRun run = work.importing(file, "--mode", "skip");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said())
                .contains(
                        "           2  created           in Grid, read back from its list",
                        "           2  already existed   in Grid before this import",
                        "Accounts, each by a call of its own: 2 created; status at Grid: 2 ACTIVE")
                .noneMatch(line -> line.startsWith("Accounts not created yet"));
        assertThat(work.rows("_success.csv"))
                .extracting(row -> row.get("platformCustomerId") + " " + row.get("outcome"))
                .containsExactly("c-1 ALREADY_EXISTED", "c-1 ALREADY_EXISTED", "k-1 CREATED", "k-1 CREATED");
    }

    @Test
    void skipReadsTheWholeListWhereThatIsFewerCalls() {
        work.gridload("import", work.customers("many.csv", "m", 140).toString(), "--output", work.folder + "/many");
        Path file = work.customers("more.csv", "m", 150);
        int before = calls("GET").size();

        CommandRun run = work.importing(file, "--mode", "skip");

        assertThat(run.said()).contains("         140  already existed   in Grid before this import");
        assertThat(work.created()).hasSize(153).doesNotHaveDuplicates();
        assertThat(calls("GET").size() - before)
                .as("two pages, and what a created row needs")
                .isLessThan(20);
    }

    @Test
    void skipThatBrokeOffBeginsAgain() {
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":401,\"method\":\"GET\",\"id\":\"c-3\"}");
        Path file = work.write("two.csv", Workplace.HEADER + Workplace.row("c-3"));
        CommandRun first = work.importing(file, "--mode", "skip");
        assertThat(first.exitCode()).isEqualTo(2);
        assertThat(work.ledger("select skipped from import where id = 2")).containsExactly((String) null);
        long uploads = work.uploads();
        work.faults("");

        CommandRun second = work.gridload("resume", "2");

        assertThat(second.exitCode()).isZero();
        assertThat(second.said()).contains("           1  already existed   in Grid before this import");
        assertThat(work.uploads()).isEqualTo(uploads);
    }

    private static String kenyan(String id, String phone) {
        return Workplace.row(id).replace("US,,,,,,\n", "US,KES_ACCOUNT,,,,,") + "," + phone + ",M-PESA\n";
    }

    @Test
    void upsertChangesWhatDiffersAndSaysWhich() throws IOException {
        CommandRun run = work.importing(second("c-4"), "--mode", "upsert");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said())
                .contains(
                        "           1  created           in Grid, read back from its list",
                        "           3  already existed   in Grid before this import",
                        "Customers that Grid had, compared with their rows: 2 updated, 1 had all of it");
        assertThat(calls("PATCH")).containsExactlyInAnyOrder("c-2 200", "c-3 200");
        assertThat(work.created()).containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-4");
        assertThat(work.rows("_success.csv"))
                .extracting(row ->
                        row.get("platformCustomerId") + " " + row.get("outcome") + " " + row.get("updatedColumns"))
                .containsExactly(
                        "c-1 UNCHANGED ", "c-2 UPDATED city", "c-3 UPDATED fullName; addressLine1", "c-4 CREATED ");
        assertThat(Files.readString(work.result("_summary.json")))
                .contains(
                        "\"updates\" : {\n    \"updated\" : 2,\n    \"unchanged\" : 1,\n    \"failed\" : 0,\n    \"open\" : 0\n  }");
        assertThat(Files.readString(work.result("_report.html")))
                .contains("<dt>Updates</dt><dd><bdi>2 updated, 1 had all of it</bdi></dd>");
        assertThat(work.gridload("history", "c-3").err())
                .contains("second.csv row 3: already existed, updated: fullName; addressLine1 as Customer:");
    }

    @Test
    void nothingIsLeftToChangeTheSecondTime() {
        work.importing(second(), "--mode", "upsert");
        List<String> before = calls("PATCH");
        Path again = work.write(
                "third.csv",
                Workplace.HEADER + Workplace.row("c-2").replace("Austin", "Dallas") + Workplace.row("c-9"));

        CommandRun run = work.gridload("import", again.toString(), "--mode", "upsert", "--output", folder + "/third");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("Customers that Grid had, compared with their rows: 1 had all of it");
        assertThat(calls("PATCH")).isEqualTo(before);
    }

    @Test
    void theSameFileInAnotherModeIsAnotherImport() {
        Path file = second();
        work.importing(file);

        CommandRun run = work.gridload("import", file.toString(), "--mode", "upsert", "--output", folder + "/again");

        assertThat(run.said())
                .contains("Customers that Grid had, compared with their rows: 2 updated, 1 had all of it");
        assertThat(changed()).containsExactlyInAnyOrder("c-2", "c-3");
    }

    @Test
    void lostAnswersAndBusyTimesChangeEachCustomerOnce() {
        work.faults(
                "{\"kind\":\"CLOSE_AFTER_EFFECT\",\"method\":\"PATCH\",\"call\":1},"
                        + "{\"kind\":\"CLOSE_BEFORE_EFFECT\",\"method\":\"PATCH\",\"call\":2},"
                        + "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"1\",\"method\":\"PATCH\",\"call\":3}");

        CommandRun run = work.importing(second(), "--mode", "upsert", "--calls", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said())
                .contains("Customers that Grid had, compared with their rows: 2 updated, 1 had all of it");
        assertThat(changed()).containsExactlyInAnyOrder("c-2", "c-3");
    }

    @Test
    void refusedChangeIsInTheFailedFileAndIsImportedAgainWithTheSameMode() {
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":400,\"code\":\"INVALID_INPUT\","
                + "\"message\":\"The city is unknown\",\"id\":\"c-2\",\"method\":\"PATCH\"}");

        CommandRun run = work.importing(second(), "--mode", "upsert");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains("Customers that Grid had, compared with their rows: 1 updated, 1 had all of it, 1 failed");
        assertThat(run.said().get(run.said().size() - 1))
                .endsWith("_failed.csv and import that file with --mode upsert.");
        List<Map<String, String>> failed = work.rows("_failed.csv");
        assertThat(failed)
                .extracting(row -> row.get("platformCustomerId") + " " + row.get("gridload_code") + " "
                        + row.get("gridload_error"))
                .containsExactly("c-2 INVALID_INPUT The city is unknown");
        work.faults("");

        CommandRun retry = work.gridload("retry", "2");

        assertThat(retry.exitCode()).isZero();
        assertThat(changed()).containsExactlyInAnyOrder("c-2", "c-3");
    }

    @Test
    void accountsOnlyAndAModeExcludeEachOther() {
        CommandRun run = work.gridload("import", second().toString(), "--mode", "upsert", "--accounts-only");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.said())
                .containsExactly("gridload: mode: says what happens to customers, and with accounts-only none is sent. "
                        + "Leave out mode or accounts-only");
    }
}
