package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.Gridload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that want the same import at the same time. */
@Timeout(300)
class OneOwnerIT {

    @TempDir
    private Path folder;

    @Test
    void aProcessThatSleptThroughATakeOverChangesNothingAndSaysWhy() throws Exception {
        try (Desk desk = new Desk(folder, Duration.ofSeconds(2))) {
            Path file = desk.file("new.csv", "ada-1", "ada-2");
            Process sleeper = start(desk, "sleeper", "import", file.toString());
            Desk.await(() -> polling(desk));
            fallAsleepForAMinute(desk, sleeper);
            assertThat(desk.gridload("resume", "1").exitCode()).isZero();
            List<String> posts = posts(desk);
            String ledger = ledger(desk);
            signal("CONT", sleeper);
            assertThat(sleeper.waitFor()).isEqualTo(5);
            assertThat(Files.readString(folder.resolve("sleeper")))
                    .contains("gridload: import 1 was taken over by another process (ours was epoch 1); this one stops "
                            + "without changing anything");
            assertThat(posts(desk)).isEqualTo(posts);
            assertThat(ledger(desk)).isEqualTo(ledger);
            assertThat(desk.created()).containsExactlyInAnyOrder("ada-1", "ada-2");
        }
    }

    @Test
    void ofEightWhoResumeOneImportOneRunsItAndTheOthersSayWho() throws Exception {
        try (Desk desk = new Desk(folder, Duration.ofHours(1))) {
            Process first =
                    start(desk, "first", "import", desk.file("new.csv", "ada-1").toString());
            Desk.await(() -> polling(desk));
            first.destroyForcibly().waitFor();
            List<Process> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(start(desk, "resume-" + i, "resume", "1"));
            }
            Desk.await(() -> all.stream().filter(Process::isAlive).count() == 1);
            Process winner = all.stream().filter(Process::isAlive).findAny().orElseThrow();
            for (int i = 0; i < 8; i++) {
                if (all.get(i) != winner) {
                    assertThat(all.get(i).waitFor()).isEqualTo(5);
                    assertThat(Files.readString(folder.resolve("resume-" + i)))
                            .contains("gridload: import 1 is being run by process " + winner.pid() + ".");
                }
            }
            assertThat(desk.ledger("select epoch from lease")).containsExactly("2");
            winner.destroyForcibly().waitFor();
        }
    }

    private Process start(Desk desk, String said, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Gridload.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(said).toFile());
        builder.environment().putAll(desk.environment);
        return builder.start();
    }

    /** Only the database's clock judges leases. Stopped inside a transaction a process would keep the test out of its lease. */
    private static void fallAsleepForAMinute(Desk desk, Process process) throws Exception {
        signal("STOP", process);
        while (desk.ledger("""
                        update lease set heartbeat_at = now() - interval '1 minute'
                         where import_id in (select import_id from lease for update skip locked) returning import_id
                        """).isEmpty()) {
            signal("CONT", process);
            LockSupport.parkNanos(5_000_000);
            signal("STOP", process);
        }
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static boolean polling(Desk desk) {
        return desk.ledger("select to_regclass('gridload.submission')::text").get(0) != null
                && !desk.ledger("select 1 from submission where state = 'POLLING'")
                        .isEmpty();
    }

    private static List<String> posts(Desk desk) {
        return desk.grid.journal().exchanges().stream()
                .filter(exchange -> exchange.method().equals("POST"))
                .map(exchange -> exchange.path())
                .toList();
    }

    private static String ledger(Desk desk) {
        return desk.ledger("select s::text from submission s order by no")
                + " " + desk.ledger("select o::text from outcome o order by record_no")
                + " " + desk.ledger("select i::text from import i")
                + " " + desk.ledger("select l::text from lease l");
    }
}
