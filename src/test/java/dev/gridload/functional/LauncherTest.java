package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, whose Java and whose build only say that they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    private Path folder;

    private Path project;
    private Path jar;
    private final Map<String, String> environment = new HashMap<>();
    private String javaOptions = "";

    private record Ran(int exitCode, List<String> out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        jar = project.resolve("target/gridload.jar");
        script(project.resolve("gridload"), Files.readString(Path.of("gridload")));
        script(project.resolve("mvnw"), """
                #!/bin/sh
                echo built >> calls.txt
                if [ -e broken ]; then echo "no such symbol"; exit 1; fi
                mkdir -p target/lib && touch target/gridload.jar
                """);
        script(folder.resolve("jdk/bin/java"), """
                #!/bin/sh
                for each in "$@"; do echo "$each"; done
                exit 7
                """);
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    @Test
    void buildsWhatIsMissingOnceAndSaysSo() throws Exception {
        Ran first = launch(project.resolve("gridload"), "--version");
        Ran second = launch(project.resolve("gridload"), "--version");

        assertThat(first.err())
                .isEqualTo("gridload: building it first, this takes a minute or two the first time ...\n");
        assertThat(second.err()).isEmpty();
        assertThat(project.resolve("calls.txt")).hasContent("built");
    }

    @Test
    void buildsAnewWhenASourceIsNewer() throws Exception {
        launch(project.resolve("gridload"), "--version");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(3600)));
        Files.writeString(project.resolve("src/main/Changed.java"), "class Changed {}");

        launch(project.resolve("gridload"), "--version");

        assertThat(Files.readAllLines(project.resolve("calls.txt"))).hasSize(2);
    }

    @Test
    void passesArgumentsAndExitCodeOnThroughALinkFromAnyFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("gl"), project.resolve("gridload"));

        Ran ran = launch(link, "import", "my file.csv", "--mapping=a b", "");

        assertThat(ran.exitCode()).isEqualTo(7);
        List<String> given =
                ran.out().subList(ran.out().indexOf("-jar"), ran.out().size());
        assertThat(given)
                .containsExactly("-jar", jar.toRealPath().toString(), "import", "my file.csv", "--mapping=a b", "");
    }

    @Test
    void usesTheArchiveOfClassesUnlessSomebodyLooksIntoThem() throws Exception {
        launch(project.resolve("gridload"), "--version");
        Files.createFile(project.resolve("target/gridload.jsa"));
        Files.createFile(project.resolve("target/gridload-validate.jsa"));

        assertThat(launch(project.resolve("gridload"), "import", "a.csv").out())
                .contains(archive("gridload.jsa"))
                .doesNotContain(archive("gridload-validate.jsa"));
        assertThat(launch(project.resolve("gridload"), "validate", "a.csv").out())
                .contains(archive("gridload-validate.jsa"))
                .doesNotContain(archive("gridload.jsa"));
        javaOptions = "-Xmx256m -XX:StartFlightRecording=filename=x.jfr";
        assertThat(launch(project.resolve("gridload"), "--version").out())
                .contains("-Xmx256m")
                .doesNotContain(archive("gridload.jsa"), archive("gridload-validate.jsa"));
    }

    @Test
    void makesTheArchivesOfAJarThatSomebodyElseBuilt() throws Exception {
        launch(project.resolve("gridload"), "--version");
        Path trials = project.resolve("target/trial.log");
        Files.delete(trials);
        Files.setLastModifiedTime(
                project.resolve("target/.prepared"), FileTime.from(Instant.now().minusSeconds(3600)));

        Ran first = launch(project.resolve("gridload"), "--version");
        Ran second = launch(project.resolve("gridload"), "--version");

        assertThat(first.err()).isEqualTo("gridload: preparing quick starts, this takes some 20 seconds once ...\n");
        assertThat(first.exitCode()).isEqualTo(7);
        assertThat(trials).content().contains("-Xshare:dump", "validate", "import");
        assertThat(second.err()).isEmpty();
        assertThat(project.resolve("calls.txt")).hasContent("built");
    }

    @Test
    void preparesOnceEvenWhereTheJarIsOfTomorrow() throws Exception {
        launch(project.resolve("gridload"), "--version");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(86_400)));

        assertThat(launch(project.resolve("gridload"), "--version").err()).contains("preparing quick starts");
        assertThat(launch(project.resolve("gridload"), "--version").err()).isEmpty();
    }

    private String archive(String name) throws IOException {
        return "-XX:SharedArchiveFile="
                + project.resolve("target").resolve(name).toRealPath();
    }

    @Test
    void goesOnWithoutAnArchiveWhereNoneCanBeMade() throws Exception {
        environment.put("TMPDIR", folder.resolve("missing").toString());

        Ran ran = launch(project.resolve("gridload"), "--version");
        Ran again = launch(project.resolve("gridload"), "--version");

        assertThat(ran.exitCode()).isEqualTo(7);
        assertThat(ran.out()).contains("--version");
        assertThat(ran.err()).isEqualTo("gridload: building it first, this takes a minute or two the first time ...\n");
        assertThat(again.exitCode()).isEqualTo(7);
        assertThat(again.err()).isEmpty();
    }

    @Test
    void compilesQuicklyForShortRunsAndWellForLongOnes() throws Exception {
        Path small = Files.writeString(folder.resolve("small one.csv"), "platformCustomerId\n");
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(60_000_000);
        }
        launch(project.resolve("gridload"), "--version");

        assertThat(compilesQuickly("validate", small.toString())).isTrue();
        assertThat(compilesQuickly("--version")).isTrue();
        assertThat(compilesQuickly()).isTrue();
        assertThat(compilesQuickly("validate", large.toString())).isFalse();
        assertThat(compilesQuickly("import", small.toString(), large.toString()))
                .isFalse();
        assertThat(compilesQuickly("import", "jobs/nightly.yaml")).isFalse();
        assertThat(compilesQuickly("validate", "-")).isFalse();
        assertThat(compilesQuickly("import", "drop/*.csv")).isFalse();
        assertThat(compilesQuickly("resume", "1")).isFalse();
        assertThat(compilesQuickly("results", "1")).isFalse();
    }

    private boolean compilesQuickly(String... arguments) throws IOException, InterruptedException {
        return launch(project.resolve("gridload"), arguments).out().contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void saysWhatTheBuildSaidWhenItFails() throws Exception {
        Files.createFile(project.resolve("broken"));

        Ran ran = launch(project.resolve("gridload"), "--version");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err())
                .contains("gridload: the build failed; the last lines of ")
                .endsWith("no such symbol\n");
        assertThat(ran.out()).isEmpty();
    }

    private Ran launch(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("GRIDLOAD_JAVA_OPTS", javaOptions);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
