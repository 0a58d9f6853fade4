package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.Desk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryAndDecideIT {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder, Duration.ZERO);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void importsFailedRowsOnceMoreAsLinkedImport() {
        importing("ada-1", "ada-gridfail", "ada-2", "bob-gridfail");

        Said retry = desk.gridload("retry", "1");

        assertThat(retry.exitCode()).as(retry.err()).isEqualTo(4);
        assertThat(retry.lines())
                .startsWith("Import 2: new_retry.csv, 2 rows, to " + desk.grid.baseUrl() + " as sandbox")
                .endsWith("Next: correct the rows in " + folder.resolve("new_retry_2_failed.csv")
                        + " and import that file.");
        assertThat(desk.ledger("select continues from import order by id")).containsExactly(null, "1");
        assertThat(desk.text("new_retry_2_failed.csv"))
                .contains("ada-gridfail,INDIVIDUAL,Ada Quill")
                .contains("bob-");
        assertThat(desk.gridload("retry", "1").lines())
                .containsExactly("gridload: no failed row of import 1 is left: import 2 has taken them up. "
                        + "To see it: gridload status 2");
        Said again = desk.gridload("retry", "2");
        assertThat(again.lines().get(0))
                .isEqualTo("Import 3: new_retry.csv, 2 rows, to " + desk.grid.baseUrl() + " as sandbox");
        assertThat(desk.created()).containsExactlyInAnyOrder("ada-1", "ada-2");
    }

    @Test
    void importsOnlyRowsThatFailedWithOneCode() {
        importing("ada-1", "ada-gridfail", "bob-gridfail");
        desk.ledger("alter table outcome_1 disable trigger user");
        desk.ledger("update outcome set code = 'INTERNAL_ERROR' where record_no = 3");

        assertThat(desk.gridload("retry", "1", "--only", "NO_SUCH").lines())
                .containsExactly("gridload: import 1 has no row that failed with NO_SUCH; nothing was sent");
        desk.gridload("retry", "1", "--only", "INTERNAL_ERROR");
        assertThat(desk.ledger("select customer_id from import_row where import_id = 2"))
                .containsExactly("bob-gridfail");
        desk.gridload("retry", "1");
        assertThat(desk.ledger("select customer_id from import_row where import_id = 3"))
                .containsExactly("ada-gridfail");
    }

    @Test
    void retriesNothingOfAnImportWithoutFailedRows() {
        importing("ada-1");
        Said retry = desk.gridload("retry", "1");
        assertThat(retry.lines()).containsExactly("gridload: import 1 has no failed row; nothing was sent");
        assertThat(retry.exitCode()).isEqualTo(1);
    }

    @Test
    void linksCorrectedFailedFileAndTellsEveryAttempt() throws IOException {
        importing("ada-1", "bob-gridfail", "eve");
        desk.gridload("retry", "1");
        Path failed = folder.resolve("new_1_failed.csv");
        Path corrected = folder.resolve("new_1_failed corrected.csv");
        Files.writeString(corrected, Files.readString(failed).replace("Ada Quill", "Ada Quint"));

        desk.gridload("import", corrected.toString());

        assertThat(desk.ledger("select continues from import order by id")).containsExactly(null, "1", "1");
        Said history = desk.gridload("history", "bob-gridfail", "--json");
        assertThat(history.lines().stream().map(line -> line.replaceFirst("^  [-0-9T:]+Z", "  TIME")))
                .containsExactly(
                        "3 attempts, the newest first:",
                        "  TIME  import 3 (continues 1), new_1_failed corrected.csv row 1: failed, INVALID_FIELD: "
                                + "Invalid bank account number",
                        "  TIME  import 2 (continues 1), new_retry.csv row 1: failed, INVALID_FIELD: "
                                + "Invalid bank account number",
                        "  TIME  import 1, new.csv row 2: failed, INVALID_FIELD: Invalid bank account number");
        assertThat(history.out()).contains("\"continues\" : 1").doesNotContain("Quill");
        assertThat(desk.gridload("history", "nobody").lines()).containsExactly("No import has this customer.");
        String created = desk.gridload("history", "eve").last();
        assertThat(created).contains("import 1, new.csv row 3: created as Customer:");
    }

    @Test
    void asksTheExactQuestionAndTakesTheAnswer() {
        importing("ada-1", "ada-2", "ada-3", "ada-4");
        for (int row = 1; row <= 4; row++) {
            desk.putInQuestion(1, row);
        }
        Said asked = desk.gridload("decide", "1");
        assertThat(asked.exitCode()).isEqualTo(5);
        assertThat(asked.lines())
                .startsWith(
                        "Import 1: 4 rows to decide",
                        "  row 1  NOT_LISTED: Grid neither lists this customer nor says that it failed")
                .hasSize(10);

        assertThat(desk.gridload("decide", "1", "1", "--as", "created", "--grid-id", "Customer:x")
                        .lines())
                .containsExactly(
                        "1 row decided as created, 3 left to decide.",
                        "The result files are as they were; to write them anew: gridload results 1");
        desk.gridload("decide", "1", "2", "--as", "existed");
        desk.gridload("decide", "1", "3", "--as", "failed");
        assertThat(counts(1)).isEqualTo("1 1 1 1");
        assertThat(desk.ledger(
                        "select state || ' ' || coalesce(grid_customer_id, code, '-') from outcome order by record_no"))
                .containsExactly(
                        "CREATED Customer:x", "ALREADY_EXISTED -", "FAILED NOT_LISTED", "NEEDS_OPERATOR NOT_LISTED");
        assertThat(desk.ledger("select decided_as || ' ' || decided_by from decision order by record_no"))
                .containsExactly(
                        "CREATED " + System.getProperty("user.name"),
                        "EXISTED " + System.getProperty("user.name"),
                        "FAILED " + System.getProperty("user.name"));
        Said twice = desk.gridload("decide", "1", "1", "--as", "failed");
        assertThat(twice.lines())
                .containsExactly("gridload: row 1 of import 1 does not wait for a decision; nothing was decided. "
                        + "To see the rows that do: gridload decide 1");
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(desk.gridload("decide", "1", "4", "--as", "lost").lines())
                .containsExactly("gridload: --as lost is no answer; expected sent-again, created, failed or existed");
    }

    @Test
    void asksWhoMadeCustomerWithOtherDataThanThoseWhoseUploadWasLost() {
        desk.faults("{\"kind\":\"CLOSE_BEFORE_EFFECT\",\"method\":\"POST\",\"path\":\"/bulk/csv\"}");
        Path file = desk.file("new.csv", "ada-1", "ada-2");
        CompletableFuture<Said> running = CompletableFuture.supplyAsync(
                () -> desk.gridload("import", file.toString(), "--settle", "6s"), work -> new Thread(work).start());
        Desk.await(() -> desk.grid.journal().exchanges().stream()
                .anyMatch(exchange -> exchange.path().endsWith("/bulk/csv")));
        desk.othersCreate("ada-2", "Eve Quill");

        assertThat(running.join().exitCode()).isEqualTo(5);
        assertThat(desk.created()).containsExactly("ada-2", "ada-1");
        Said asked = desk.gridload("decide", "1");
        assertThat(asked.lines())
                .startsWith(
                        "Import 1: 1 row to decide",
                        "  row 2  OTHER_DATA: Grid has a customer with this platformCustomerId that is newer than the first "
                                + "sending of the row and has other data (fullName); decide whether this import made it");
        desk.gridload("decide", "1", "2", "--as", "existed");
        assertThat(desk.gridload("results", "1").exitCode()).isZero();
        assertThat(desk.text("new_1_success.csv")).containsPattern("Customer:[^,]+,[^,]*,ALREADY_EXISTED,ada-2");
    }

    @Test
    void sendsRowAgainWhenThePersonSaysSo() {
        importing("ada-1", "ada-2", "ada-3");
        desk.putInQuestion(1, 2);

        assertThat(desk.gridload("decide", "1", "1-3", "--as", "sent-again").lines())
                .containsExactly("1 row decided as sent-again, 0 left to decide.", "To send: gridload resume 1");
        assertThat(desk.gridload("status", "1").lines()).anyMatch(line -> line.contains("1  unprocessed"));
        Said resumed = desk.gridload("resume", "1");

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(counts(1)).isEqualTo("3 0 0 0");
        // Grid had it after all: it was asked once, and nobody was created twice.
        assertThat(desk.created()).containsExactlyInAnyOrder("ada-1", "ada-2", "ada-3");
        assertThat(desk.text("new_1_success.csv").lines()).hasSize(4);
    }

    private void importing(String... ids) {
        desk.gridload("import", desk.file("new.csv", ids).toString());
    }

    private String counts(long id) {
        List<String> counts = desk.ledger(
                "select concat_ws(' ', sum(created), sum(existed), sum(failed), sum(undecided)) from submission where import_id = "
                        + id);
        return counts.get(0);
    }
}
