package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCommandTest {

    @TempDir
    private Path folder;

    @Test
    void saysThatTheFileOfFaultsIsNotThere() {
        Path missing = folder.resolve("missing.json");
        CommandRun run = CommandRun.of(Map.of(), "sandbox", "--port", "0", "--faults", missing.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.said())
                .containsExactly("gridload: The faults cannot be read from " + missing + " (it does not exist)");
    }

    @Test
    void saysWhatItDoesNotUnderstandInAFileOfFaults() throws IOException {
        Path file = Files.writeString(
                folder.resolve("faults.json"), "{\"faults\": [{\"kind\": \"JOB_STUCK\", \"fro\": 1}]}");
        CommandRun run = CommandRun.of(Map.of(), "sandbox", "--port", "0", "--faults", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.said())
                .containsExactly("gridload: the faults in " + file + " are not understood: a fault has no member fro");
    }
}
