package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that the README shows can be typed as it stands there. */
class ReadmeIT {

    @TempDir
    private Path folder;

    @Test
    void everyCommandThatItShowsIsUnderstood() throws IOException {
        Files.createDirectories(folder.resolve("sample-data"));
        Files.createDirectories(folder.resolve("target"));
        for (String file : List.of("customers.csv", "guides-example.csv")) {
            Files.copy(
                    Path.of("sample-data", file), folder.resolve("sample-data").resolve(file));
        }
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(15);
        try (Workplace work = Workplace.in(folder)) {
            for (String command : commands) {
                String typed = command.replace("sample-data/", folder + "/sample-data/")
                        .replace("target/", folder + "/target/");
                CommandRun run = CommandRun.of(work.environment, typed.split(" ", -1));
                assertThat(run.exitCode()).as(command + "\n" + run.err()).isNotEqualTo(3);
                assertThat(run.said()).as(command).noneMatch(line -> line.startsWith("Try: "));
            }
        }
    }

    @Test
    void theNewcomersCommandEndsAsItSays() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(commands().get(0)).isEqualTo("import sample-data/customers.csv --sandbox");
        Files.createDirectories(folder.resolve("sample-data"));
        Path file = folder.resolve("sample-data/customers.csv");
        Files.copy(Path.of("sample-data/customers.csv"), file);
        try (Workplace work = Workplace.in(folder)) {
            CommandRun run = CommandRun.of(work.environment, "import", file.toString(), "--sandbox");

            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.said().stream()
                            .filter(line -> line.startsWith("    "))
                            .limit(4))
                    .allSatisfy(line -> assertThat(readme).contains(line));
        }
    }

    /** The arguments of every gridload call in the README's shell blocks, comments left out. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell && line.matches("(\\./)?gridload .*")) {
                commands.add(line.replaceFirst("^(\\./)?gridload ", "")
                        .replaceFirst(" +#.*", "")
                        .strip());
            }
        }
        return commands;
    }
}
