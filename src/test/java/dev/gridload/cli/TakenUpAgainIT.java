package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command, given again. */
class TakenUpAgainIT {

    @TempDir
    private Path folder;

    @Test
    void writesTheResultFilesThatACrashBehindTheLastRowLeftUnwritten() throws IOException {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            String file = desk.file("new.csv", "ada-1").toString();
            assertThat(desk.gridload("import", file).exitCode()).isZero();
            String success = desk.text("new_1_success.csv");
            Files.delete(folder.resolve("new_1_success.csv"));
            desk.ledger("update import set reported_at = null");
            desk.ledger("update batch_job_execution set status = 'STARTED', end_time = null");
            Desk.Said again = desk.gridload("import", file);
            assertThat(again.exitCode()).isZero();
            assertThat(again.err()).contains("new.csv is already imported", "new_1_success.csv");
            assertThat(desk.text("new_1_success.csv")).isEqualTo(success);
            assertThat(desk.ledger("select status from batch_job_execution where end_time is not null"))
                    .containsExactly("FAILED");
            assertThat(desk.created()).containsExactly("ada-1");
            assertThat(desk.gridload("import", file).err()).doesNotContain("new_1_success.csv");
        }
    }

    @Test
    void writesIntoTheFolderThatIsNamedWhenAnUnfinishedImportIsContinued() throws IOException {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            String file = desk.file("new.csv", "ada-1").toString();
            String secret = desk.environment.put("GRID_CLIENT_SECRET", "wrong");
            Path config = Files.writeString(folder.resolve("config.json"), "{}");
            assertThat(desk.gridload("import", file, "--config", config.toString())
                            .exitCode())
                    .isEqualTo(2);
            desk.environment.put("GRID_CLIENT_SECRET", secret);
            Path other = folder.resolve("other");
            assertThat(desk.gridload("import", file, "--config", config.toString(), "--output", other.toString())
                            .exitCode())
                    .isZero();
            assertThat(other.resolve("new_1_success.csv")).exists();
            assertThat(desk.ledger("select output from import")).containsExactly(other.toString());
        }
    }

    @Test
    void leavesTheFolderOfAnImportThatAnotherProcessRuns() throws IOException {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            String file = desk.file("new.csv", "ada-1").toString();
            assertThat(desk.gridload("import", file).exitCode()).isZero();
            desk.ledger("update import set state = 'DELIVERING', finished_at = null");
            desk.ledger("update lease set owner = 'process 7/elsewhere/0', heartbeat_at = now()");

            Desk.Said refused = desk.gridload(
                    "import", file, "--output", folder.resolve("other").toString());

            assertThat(refused.err())
                    .contains("gridload: import 1 is being run by process 7. "
                            + "Watch it with: gridload status 1 --watch");
            assertThat(refused.exitCode()).isEqualTo(5);
            assertThat(desk.ledger("select output from import")).containsExactly(folder.toString());
            assertThat(desk.gridload("status", "1").lines())
                    .startsWith("Import 1 is being run by process 7.", "Import 1 running: new.csv, 1 row")
                    .endsWith("To watch it: gridload status 1 --watch");
        }
    }
}
