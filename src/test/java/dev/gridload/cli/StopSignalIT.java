package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.Gridload;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to a real process, by its handle: {@link Process#destroy} would also close what it says. */
@Timeout(120)
class StopSignalIT {

    private static final String STOPPING = "Stopping at the next safe point; once more to end at once.";

    @TempDir
    private Path folder;

    @Test
    void endsAtTheNextSafePointAndPrintsTheCommandThatContinues() throws Exception {
        try (Desk desk = new Desk(folder, Duration.ofHours(1))) {
            Path file = desk.file("new.csv", "ada-1", "ada-2");
            Process process = start(desk, "import", file.toString());
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                Desk.await(() -> polling(desk));
                process.toHandle().destroy();
                List<String> lines = rest(said);
                assertThat(process.waitFor()).isEqualTo(5);
                assertThat(lines).contains(STOPPING).endsWith("Nothing is lost. To continue: gridload resume 1");
            }
        }
    }

    @Test
    void endsAtOnceWhenToldTwice() throws Exception {
        try (Desk desk = new Desk(folder, Duration.ZERO);
                ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process process = startAtDeafGrid(desk, deaf);
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                readTo(said, "Import 1: ");
                process.toHandle().destroy();
                readTo(said, STOPPING);
                process.toHandle().destroy();
                assertThat(rest(said)).endsWith("Ended at once. Nothing is lost. To continue: gridload resume 1");
                assertThat(process.waitFor()).isEqualTo(5);
            }
        }
    }

    /** The first reading calls ask for Grid's settings and its time, before anything is sent; the next ones after what was sent. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void endsAtASafePointWhileAReadingCallWaitsAsLongAsGridAsks(int from) throws Exception {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            desk.faults("{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"500\","
                    + "\"method\":\"GET\",\"from\":" + from + "}");
            Process process =
                    start(desk, "import", desk.file("new.csv", "ada-1").toString());
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                Desk.await(() -> desk.grid.journal().exchanges().stream().anyMatch(e -> e.status() == 429));
                process.toHandle().destroy();
                assertThat(rest(said))
                        .contains(STOPPING)
                        .endsWith("Nothing is lost. To continue: gridload resume 1")
                        .noneMatch(line -> line.contains("No safe point"));
                assertThat(process.waitFor()).isEqualTo(5);
            }
            desk.faults("");
            assertThat(desk.gridload("resume", "1").exitCode()).isZero();
            assertThat(desk.created()).containsExactly("ada-1");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void undoEndsWhileItWaitsAsLongAsGridAsks(boolean bySignal) throws Exception {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            desk.gridload("import", desk.file("new.csv", "ada-1").toString());
            desk.faults(
                    "{\"kind\":\"ANSWER_BEFORE_EFFECT\",\"status\":429,\"retryAfter\":\"500\",\"method\":\"DELETE\"}");
            Process process = start(desk, "undo", "1", "--yes");
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                Desk.await(() -> desk.grid.journal().exchanges().stream().anyMatch(e -> e.status() == 429));
                if (bySignal) {
                    process.toHandle().destroy();
                } else {
                    assertThat(desk.gridload("stop", "1").last())
                            .isEqualTo("Import 1 is stopped. Nothing is lost. To go on: gridload undo 1");
                }
                assertThat(rest(said))
                        .endsWith("Not at its end: it was asked to stop. Nothing is lost. To go on: gridload undo 1");
                assertThat(process.waitFor()).isEqualTo(5);
            }
            desk.faults("");
            assertThat(desk.gridload("undo", "1", "--yes").exitCode()).isZero();
        }
    }

    @Test
    void endsByItselfWhenNoSafePointIsReachedInTime() throws Exception {
        try (Desk desk = new Desk(folder, Duration.ZERO)) {
            desk.faults("{\"kind\":\"HANG_AFTER_EFFECT\",\"method\":\"POST\",\"for\":\"PT50S\"}");
            Process process =
                    start(desk, "import", desk.file("new.csv", "ada-1").toString());
            try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
                Desk.await(() -> desk.created().equals(List.of("ada-1")));
                process.toHandle().destroy();
                assertThat(rest(said))
                        .endsWith("No safe point was reached within 24 s; ended at once. Nothing is lost. "
                                + "To continue: gridload resume 1");
                assertThat(process.waitFor()).isEqualTo(5);
            }
        }
    }

    private static Process startAtDeafGrid(Desk desk, ServerSocket deaf) throws IOException {
        desk.environment.put("GRID_BASE_URL", "http://127.0.0.1:" + deaf.getLocalPort());
        return start(desk, "import", desk.file("new.csv", "ada-1").toString());
    }

    private static Process start(Desk desk, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(
                List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath, Gridload.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(desk.environment);
        return builder.start();
    }

    private static boolean polling(Desk desk) {
        return Stream.of("select to_regclass('gridload.submission')::text")
                .flatMap(exists -> desk.ledger(exists).stream())
                .anyMatch(table -> table != null
                        && !desk.ledger("select 1 from submission where state = 'POLLING'")
                                .isEmpty());
    }

    private static void readTo(BufferedReader said, String beginning) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("it never said " + beginning);
    }

    private static List<String> rest(BufferedReader said) {
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
