package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.Desk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAndResumeIT {

    @TempDir
    private Path folder;

    @Test
    void stopsRunningImportAndContinuesItByItsNumber() {
        try (Desk desk = new Desk(folder, Duration.ofSeconds(4))) {
            Path file = desk.file("new.csv", "ada-1", "ada-2");
            CompletableFuture<Said> running = CompletableFuture.supplyAsync(
                    () -> desk.gridload("import", file.toString()), work -> new Thread(work).start());
            Desk.await(() -> desk.created().size() < 2
                    && desk.grid.journal().exchanges().stream()
                            .anyMatch(e -> e.path().endsWith("/customers/bulk/csv")));

            Said stop = desk.gridload("stop", "1");

            long pid = ProcessHandle.current().pid();
            assertThat(stop.lines())
                    .containsExactly(
                            "Asked process " + pid
                                    + " to stop import 1. Waiting up to 60 s until it reaches a safe point.",
                            "Import 1 is stopped. Nothing is lost. To continue: gridload resume 1");
            assertThat(stop.exitCode()).isZero();
            Said stopped = running.join();
            assertThat(stopped.exitCode()).isEqualTo(5);
            assertThat(stopped.last()).isEqualTo("Nothing is lost. To continue: gridload resume 1");
            assertThat(desk.text("new_1_report.html")).contains("gridload resume 1");
            assertThat(desk.gridload("stop", "1").lines())
                    .containsExactly("Nobody runs import 1; it stands still. To continue: gridload resume 1");
            assertThat(desk.gridload("list", "--state", "stopped").lines())
                    .singleElement()
                    .asString()
                    .contains("new.csv");

            Said resumed = desk.gridload("resume", "--last", "--rate", "100", "--jobs", "2", "--settle", "30s");

            assertThat(resumed.exitCode()).as(resumed.err()).isZero();
            assertThat(resumed.lines())
                    .startsWith("Import 1: new.csv, 2 rows, to " + desk.grid.baseUrl() + " as sandbox")
                    .endsWith("Every row ended well.");
            assertThat(desk.created()).containsExactlyInAnyOrder("ada-1", "ada-2");
            assertThat(desk.gridload("stop", "1").lines())
                    .containsExactly(
                            "Import 1 is at its end already; there is nothing to stop. To see it: gridload status 1");
            assertThat(desk.gridload("resume", "1").lines())
                    .anyMatch(line -> line.startsWith("new.csv is already imported: import 1 of "));
        }
    }

    @Test
    void refusesToResumeWhatCannotBeResumed() {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            desk.gridload("import", desk.file("new.csv", "ada-1").toString());
            assertThat(desk.gridload("resume", "--last").lines())
                    .containsExactly("gridload: no import waits to be continued; gridload list shows all");
            assertThat(desk.gridload("resume", "7").lines())
                    .containsExactly("gridload: there is no import 7; gridload list shows all");
            desk.ledger("update import set state = 'DELIVERING', finished_at = null");
            desk.environment.put("GRID_CLIENT_ID", "another");
            Said other = desk.gridload("resume", "1");
            assertThat(other.lines())
                    .containsExactly("gridload: import 1 goes to " + desk.grid.baseUrl()
                            + " as sandbox, the environment names " + desk.grid.baseUrl()
                            + " as another. Set GRID_BASE_URL and GRID_CLIENT_ID to those of the import; if those were"
                            + " wrong, import the file again and end this one: gridload abandon 1");
            assertThat(other.exitCode()).isEqualTo(1);
            desk.ledger("update import set grid = 'local sandbox'");
            assertThat(desk.gridload("resume", "1").lines())
                    .containsExactly(
                            "gridload: import 1 went to a local Grid, which ended with the process that ran it. "
                                    + "To begin anew: gridload import new.csv --sandbox");
            assertThat(desk.gridload("resume").exitCode()).isEqualTo(1);
        }
    }

    @Test
    void givesUpUnfinishedImportAndSaysWhatIsInGrid() {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            Path file = desk.file("new.csv", "ada-1", "ada-2");
            desk.gridload("import", file.toString());
            assertThat(desk.gridload("abandon", "1").lines())
                    .containsExactly("gridload: import 1 is finished; there is nothing to give up");
            desk.ledger("update import set state = 'DELIVERING', finished_at = null");

            Said abandoned = desk.gridload("abandon", "1");

            assertThat(abandoned.lines())
                    .containsExactly(
                            "Import 1 is given up.", "  2 customers in Grid, which stay there", "  0 rows never sent");
            assertThat(abandoned.exitCode()).isZero();
            assertThat(desk.gridload("abandon", "1").lines()).containsExactly("gridload: import 1 was given up before");
            assertThat(desk.gridload("resume", "1").lines())
                    .containsExactly(
                            "gridload: import 1 was given up. To import its file anew: gridload import new.csv");
            Said anew = desk.gridload("import", file.toString());
            assertThat(anew.lines()).startsWith("Import 2: new.csv, 2 rows, to " + desk.grid.baseUrl() + " as sandbox");
            assertThat(desk.created()).hasSize(2);
        }
    }

    @Test
    void leavesImportOfAnotherProcessAlone() {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            desk.gridload("import", desk.file("new.csv", "ada-1").toString());
            desk.ledger("update import set state = 'DELIVERING', finished_at = null");
            desk.ledger("update lease set owner = 'process 7/elsewhere/0', heartbeat_at = now()");
            for (String command : List.of("resume", "abandon")) {
                Said refused = desk.gridload(command, "1");
                assertThat(refused.lines())
                        .containsExactly("gridload: import 1 is being run by process 7. "
                                + "Watch it with: gridload status 1 --watch");
                assertThat(refused.exitCode()).isEqualTo(5);
            }
        }
    }

    @Test
    void removesWhatDeadProcessesLeftHalfWritten() throws IOException {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            Path ours = Files.writeString(folder.resolve(".new_1_failed.csv.123.part"), "half");
            Path old = aged(".other_9_success.csv.123.part", Duration.ofHours(2));
            Path copy = Files.createDirectories(folder.resolve("home/spool")).resolve("arriving-x.csv.part");
            Files.setLastModifiedTime(Files.writeString(copy, "half"), ago(Duration.ofHours(25)));
            Path another = Files.writeString(folder.resolve(".other_9_failed.csv.123.part"), "being written");
            Path strange = aged(".notes_1.part", Duration.ofDays(9));
            Path arriving = Files.writeString(copy.resolveSibling("arriving-y.csv.part"), "being written");

            desk.gridload("import", desk.file("new.csv", "ada-1").toString());

            assertThat(List.of(ours, old, copy)).noneMatch(Files::exists);
            assertThat(List.of(another, strange, arriving)).allMatch(Files::exists);
        }
    }

    private Path aged(String name, Duration age) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "half"), ago(age));
    }

    private static FileTime ago(Duration age) {
        return FileTime.from(Instant.now().minus(age));
    }
}
