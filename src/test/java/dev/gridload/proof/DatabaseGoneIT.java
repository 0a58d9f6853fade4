package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gridload.cli.CommandRun;
import dev.gridload.ledger.postgres.ForeignServer;
import dev.gridload.ledger.postgres.TestHomes;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A database that ends under an import, or has no room any more: the import says so and ends, and can be taken up again. */
@DisabledIfSystemProperty(named = "seed", matches = ".+")
@DisabledIfSystemProperty(named = "proof.only", matches = ".+")
class DatabaseGoneIT {

    private static final int ROWS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void importEndsWithoutItsDatabaseAndGoesOnWithIt() throws Exception {
        try (ForeignServer server = ForeignServer.start(folder.resolve("foreign"));
                Scene scene = scene()) {
            scene.database(new ProofDatabase(server.jdbcUrl(), server.user(), server.password()), "jdbc:");
            Child child = scene.runs();
            awaitUpload(scene);
            server.stop("immediate");
            assertThat(child.ends()).as(child.said()).isEqualTo(2);
            assertThat(child.said())
                    .contains("gridload: the database failed (")
                    .contains("). Nothing is lost: run the same command again when it is back.");
            server.start();
            CommandRun again = scene.again();
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(scene.broken(0)).isEmpty();
        }
    }

    @Test
    void importEndsWhenTheDiskOfItsDatabaseIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        Scene scene = scene();
        Files.createDirectories(scene.home);
        assumeTrue(
                mounted("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", scene.home.toString()),
                "this user may not mount a small file system");
        try (scene) {
            TestHomes.used(scene.home);
            Child child = scene.runs();
            awaitUpload(scene);
            Path filler = fill(scene.home.resolve("filler"));
            assertThat(child.ends()).as(child.said()).isEqualTo(2);
            // What is full first, the data or the log of changes, decides whether PostgreSQL can still say why it ends.
            assertThat(child.said())
                    .containsAnyOf(
                            "gridload: the disk of the database is full. Nothing is lost: make room, then run the same command "
                                    + "again.",
                            "gridload: the database failed (");
            Files.delete(filler);
            Child resumed = scene.gridload("resume", "1");
            assertThat(resumed.ends()).as(resumed.said()).isZero();
            assertThat(scene.broken(0)).isEmpty();
        } finally {
            ForeignServer.killServerOf(scene.home);
            TestHomes.unlink(scene.home);
            assertThat(mounted("umount", "-l", scene.home.toString())).isTrue();
        }
    }

    private Scene scene() throws IOException {
        StringBuilder csv = new StringBuilder(
                "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n");
        for (int row = 1; row <= ROWS; row++) {
            csv.append("cust-").append(row).append(",INDIVIDUAL,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,US\n");
        }
        return new Scene(
                folder.resolve("scene"),
                csv.toString(),
                SandboxSettings.defaults().withJobTime(Duration.ofMillis(300)),
                "--part-rows",
                "25",
                "--settle",
                "1s");
    }

    private static void awaitUpload(Scene scene) {
        while (scene.journal().uploads() < 3) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Takes all the room that is left. */
    private static Path fill(Path file) throws IOException {
        byte[] zeros = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            return file;
        }
    }

    private static boolean mounted(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}
