package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I16 over the end of a process: what one was told by Grid, the next one heeds. */
class PatienceIT {

    @TempDir
    private Path folder;

    @Test
    void importThatIsContinuedWaitsAsLongAsGridAskedOfTheProcessThatWasKilled() throws Exception {
        Path faults = Files.writeString(
                folder.resolve("faults.json"),
                "{\"faults\": [{\"kind\": \"ANSWER_BEFORE_EFFECT\", \"status\": 429, \"retryAfter\": \"6\", \"method\": \"POST\","
                        + " \"call\": 2}]}");
        String csv = "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n"
                + "ada-1,INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US\n"
                + "ada-2,INDIVIDUAL,Ada Quill,1990-01-31,2 Main St,Austin,TX,78701,US\n";
        try (Scene scene = new Scene(
                folder.resolve("scene"),
                csv,
                SandboxSettings.defaults().withFaultsFile(faults),
                "--route",
                "direct",
                "--settle",
                "2s")) {
            scene.database(ProofDatabase.migrated(), "jdbc:");
            Child told = scene.runs();
            while (told.isAlive() && scene.ledger(PatienceIT::holds) == 0) {
                Thread.sleep(20);
            }
            assertThat(told.isAlive())
                    .as("it waits, and what it waits for is kept")
                    .isTrue();
            told.kill();

            assertThat(scene.again().exitCode()).isZero();

            assertThat(scene.journal().impatient(Duration.ofMillis(200))).isEmpty();
            assertThat(scene.journal().customers()).hasSize(2);
        }
    }

    private static long holds(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from gridload.grid_hold")) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
