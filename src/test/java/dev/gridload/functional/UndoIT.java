package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking an import back: what it created goes, what was there stays, whatever happens meanwhile. */
class UndoIT {

    private static final String ACCOUNTS = Workplace.HEADER.replace("\n", ",phoneNumber,provider\n");

    @TempDir
    private Path folder;

    private Workplace work;
    private Path file;

    /** Import 1 creates c-1, import 2 finds it and creates c-2 and c-3. */
    @BeforeEach
    void open() {
        work = Workplace.in(folder);
        work.gridload("import", work.customers("first.csv", "c", 1).toString(), "--output", work.folder + "/first");
        file = work.customers("second.csv", "c", 3);
        work.importing(file);
    }

    @AfterEach
    void close() {
        work.close();
    }

    private List<String> deleted(Journal.EffectKind kind) {
        return work.grid.journal().effects().stream()
                .filter(effect -> effect.kind() == kind)
                .map(Journal.Effect::platformCustomerId)
                .toList();
    }

    private List<String> deletedCustomers() {
        return deleted(Journal.EffectKind.CUSTOMER_DELETED);
    }

    private long deleteCalls() {
        return work.grid.journal().exchanges().stream()
                .filter(exchange -> exchange.method().equals("DELETE"))
                .count();
    }

    private static String kenyan(String id, String phone) {
        return Workplace.row(id).replace("US,,,,,,\n", "US,KES_ACCOUNT,,,,,") + "," + phone + ",M-PESA\n";
    }

    @Test
    void deletesWhatTheImportCreatedAndNothingThatWasThere() {
        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said().subList(1, run.said().size()))
                .containsExactly(
                        "To be deleted there: 2 customers and 0 accounts that it created.",
                        "Undo of import 2: 2 customers and 0 accounts deleted.",
                        "Its file can be imported again: gridload import second.csv");
        assertThat(run.said().get(0))
                .matches("Import 2, second.csv of \\S+Z, went to http://127\\.0\\.0\\.1:\\d+/\\S+ .*\\.");
        assertThat(deletedCustomers()).containsExactlyInAnyOrder("c-2", "c-3");
        assertThat(work.ledger("select record_no || ' ' || kind || ' ' || state from deletion order by 1"))
                .containsExactly("2 CUSTOMER DELETED", "3 CUSTOMER DELETED");
    }

    @Test
    void isToldByStatusListAndHistory() {
        work.gridload("undo", "2", "--yes");

        CommandRun status = work.gridload("status", "2");
        assertThat(status.exitCode()).isZero();
        assertThat(status.said())
                .anyMatch(line -> line.startsWith("Import 2 undone: second.csv, 3 rows"))
                .contains(
                        "Taken back: 2 customers and 0 accounts deleted",
                        "It was undone. To import its file anew: gridload import second.csv");
        assertThat(work.gridload("list", "--state", "undone").said())
                .hasSize(1)
                .allMatch(line -> line.startsWith("    2  undone "));
        assertThat(work.gridload("history", "c-2").err())
                .containsPattern("import 2, second.csv row 2: created as Customer:\\S+, deleted by undo at \\S+Z");
        assertThat(work.gridload("history", "c-1").err()).doesNotContain("deleted by undo");
        assertThat(work.gridload("retry", "2").said())
                .containsExactly("gridload: import 2 was undone. To import its file anew: gridload import second.csv");
        assertThat(work.gridload("undo", "2", "--yes").said())
                .containsExactly("gridload: import 2 was undone before; nothing is left to delete");
    }

    @Test
    void theSameFileCanBeImportedAgain() {
        work.gridload("undo", "2", "--yes");

        CommandRun again = work.gridload("import", file.toString(), "--output", folder + "/again");

        assertThat(again.exitCode()).isZero();
        assertThat(again.said())
                .contains(
                        "           2  created           in Grid, read back from its list",
                        "           1  already existed   in Grid before this import");
        assertThat(work.created()).containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-2", "c-3");
    }

    @Test
    void deletesNothingWhereNobodyCanBeAsked() {
        CommandRun run = work.gridload("undo", "2");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.said())
                .contains("Nothing was deleted: there is nobody to ask here. To delete them: gridload undo 2 --yes");
        assertThat(deleteCalls()).isZero();
        assertThat(work.ledger("select state from import where id = 2")).containsExactly("FINISHED");
    }

    @Test
    void accountsThatTheImportAddedToOthersCustomersAreDeletedAndTheCustomersStay() {
        Path accounts =
                work.write("accounts.csv", ACCOUNTS + kenyan("c-1", "+254712345601") + kenyan("k-1", "+254712345602"));
        work.gridload("import", accounts.toString(), "--output", folder + "/accounts");

        CommandRun run = work.gridload("undo", "3", "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("Undo of import 3: 1 customer and 2 accounts deleted.");
        assertThat(deletedCustomers()).containsExactly("k-1");
        assertThat(deleted(Journal.EffectKind.ACCOUNT_DELETED)).containsExactlyInAnyOrder("c-1", "k-1");
    }

    @Test
    void saysWhichCustomersOtherImportsRelyOnAndWhatStaysChanged() {
        Path change = work.write(
                "third.csv",
                Workplace.HEADER + Workplace.row("c-2").replace("Austin", "Dallas") + Workplace.row("d-1"));
        work.gridload("import", change.toString(), "--mode", "upsert", "--output", folder + "/third");

        assertThat(work.gridload("undo", "2").said())
                .contains("In other imports too, and deleted all the same: 1 customer.");
        assertThat(work.gridload("undo", "3").said())
                .contains(
                        "To be deleted there: 1 customer and 0 accounts that it created.",
                        "Changed by it, and left as they are now: 1 customer.");
    }

    @Test
    void lostAnswersAndBusyTimesDeleteEachOnce() {
        work.faults("{\"kind\":\"CLOSE_AFTER_EFFECT\",\"method\":\"DELETE\",\"id\":\"c-2\",\"call\":1},"
                + "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"1\",\"method\":\"DELETE\","
                + "\"id\":\"c-3\",\"call\":1}");

        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("Undo of import 2: 2 customers and 0 accounts deleted.");
        assertThat(deletedCustomers()).containsExactlyInAnyOrder("c-2", "c-3");
    }

    @Test
    void whatSomebodyElseDeletedCountsAsGone() {
        work.faults(
                "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":410,\"code\":\"CUSTOMER_DELETED\",\"method\":\"DELETE\","
                        + "\"id\":\"c-2\"}");

        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("Undo of import 2: 1 customer and 0 accounts deleted, 1 gone before.");
    }

    @Test
    void whatGridDoesNotDeleteIsNamedAndCanBeTriedAgain() {
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":400,\"code\":\"HAS_BALANCE\","
                + "\"message\":\"The customer has a balance\",\"method\":\"DELETE\",\"id\":\"c-2\"}");

        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains(
                        "Undo of import 2: 1 customer and 0 accounts deleted, 1 not deleted.",
                        "  row 2, customer: HAS_BALANCE: The customer has a balance",
                        "To try those again: gridload undo 2");
        work.faults("");
        assertThat(work.gridload("undo", "2", "--yes").said())
                .contains("Undo of import 2: 2 customers and 0 accounts deleted.");
        assertThat(deletedCustomers()).containsExactlyInAnyOrder("c-2", "c-3");
    }

    @Test
    void undoThatBrokeOffGoesOnAndHoldsTheFileBackUntilThen() {
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":401,\"method\":\"DELETE\"}");

        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said().get(run.said().size() - 1))
                .startsWith("Not at its end: Grid refused the credentials (401")
                .endsWith("Nothing is lost. To go on: gridload undo 2");
        assertThat(work.gridload("import", file.toString()).said())
                .containsExactly("gridload: import 2 is being undone. To go on with that: gridload undo 2");
        assertThat(work.gridload("resume", "2").said())
                .containsExactly("gridload: import 2 is being undone. To go on with that: gridload undo 2");
        work.faults("");
        assertThat(work.gridload("undo", "2", "--yes").said())
                .contains("Undo of import 2: 2 customers and 0 accounts deleted.");
        assertThat(deletedCustomers()).containsExactlyInAnyOrder("c-2", "c-3");
    }

    @Test
    void wrongAddressIsNotTakenForDeleted() {
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":404,\"code\":\"NOT_FOUND\",\"method\":\"DELETE\"}");

        CommandRun run = work.gridload("undo", "2", "--yes");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(work.ledger("select distinct state from deletion")).containsExactly("PLANNED");
    }

    @Test
    void importThatIsNotAtItsEndOrWasPurgedOrWentToALocalGridIsNotUndone() {
        CommandRun local = work.gridload("import", file.toString(), "--sandbox", "--output", folder + "/local");
        assertThat(local.exitCode()).isZero();
        assertThat(work.gridload("undo", "3", "--yes").said())
                .containsExactly(
                        "gridload: import 3 went to a local Grid, which ended with the process that ran it. To begin "
                                + "anew: gridload import second.csv --sandbox");
        work.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":401,\"method\":\"POST\"}");
        work.gridload("import", work.customers("third.csv", "t", 1).toString(), "--output", folder + "/third");
        assertThat(work.gridload("undo", "4", "--yes").said())
                .containsExactly(
                        "gridload: import 4 is not at its end. To finish it: gridload resume 4. To give it up: "
                                + "gridload abandon 4. After that it can be undone");
        assertThat(work.gridload("purge", "--older-than", "1s", "--yes").exitCode())
                .isZero();
        assertThat(work.gridload("undo", "2", "--yes").said())
                .containsExactly(
                        "gridload: the rows of import 2 were purged, and with them what Grid calls its customers; "
                                + "nothing can be deleted");
        assertThat(deleteCalls()).isZero();
    }
}
