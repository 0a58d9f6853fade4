package dev.gridload.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gridload.job.JobDefinition.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {

    @TempDir
    Path folder;

    @Test
    void emptySettingsAreTheDefaults() throws IOException {
        JobDefinition job = read("input: a.csv\n");

        assertThat(job.toBuilder().build()).isEqualTo(job);
        assertThat(job.sending()).isEqualTo(JobDefinition.defaults().sending());
        assertThat(job.rules()).isEqualTo(JobDefinition.defaults().rules());
        assertThat(job.name()).isEqualTo("job");
        assertThat(job.results().output()).isNull();
        assertThat(job.results().archive()).isNull();
    }

    @Test
    void everySingleSettingIsAKeyOfTheSameName() throws IOException {
        JobDefinition job = read("""
                name: everything
                input: drop/*.csv
                charset: ISO-8859-1
                delimiter: tab
                rules: sandbox
                strict: true
                config: /grid-config.json
                problems: problems.jsonl
                max-shown: 7
                output: out
                archive: /archive
                profile: openapi
                route: auto
                part-rows: 12
                part-bytes: 512KiB
                jobs: 2
                rate: 0.5
                settle: 1h30m
                max-failures: 2.5%
                dry-run: true
                sandbox: true
                """);

        JobBuilder options = new JobBuilder(folder);
        options.set(Setting.NAME, "everything").set(Setting.INPUT, "drop/*.csv").set(Setting.CHARSET, "ISO-8859-1");
        options.set(Setting.DELIMITER, "tab").set(Setting.RULES, "sandbox").set(Setting.PROBLEMS, "problems.jsonl");
        options.set(Setting.MAX_SHOWN, "7").set(Setting.OUTPUT, "out").set(Setting.ARCHIVE, "/archive");
        options.set(Setting.PROFILE, "openapi").set(Setting.ROUTE, "auto").set(Setting.PART_ROWS, "12");
        options.set(Setting.PART_BYTES, "512KiB").set(Setting.JOBS, "2").set(Setting.RATE, "0.5");
        options.set(Setting.SETTLE, "1h30m").set(Setting.MAX_FAILURES, "2.5%").set(Setting.DRY_RUN, "true");
        options.set(Setting.SANDBOX, "true").set(Setting.STRICT, "true").set(Setting.CONFIG, "/grid-config.json");
        assertThat(job).isEqualTo(options.build());
        assertThat(job.sending().partBytes()).isEqualTo(524_288);
        assertThat(job.results().archive()).isEqualTo(Path.of("/archive"));
    }

    @Test
    void refusesARuleThatDoesNotExist() throws IOException {
        assertThat(mistakesOf("""
                input: a.csv
                rules:
                  overrides:
                    ABA_CHEKSUM: warning
                    FAVOURITE_COLOUR: off
                """)).isEqualTo(folder.resolve("job.yaml") + """
                : 2 mistakes
                  line 4, column 18: rules.overrides.ABA_CHEKSUM: "ABA_CHEKSUM" is not the code of a rule that can be \
                weighed otherwise. Did you mean "ABA_CHECKSUM"?
                  line 5, column 23: rules.overrides.FAVOURITE_COLOUR: "FAVOURITE_COLOUR" is not the code of a rule \
                that can be weighed otherwise. gridload rules lists the codes.""");
    }

    @Test
    void reportsAllMistakesAtOnceWithTheirLines() throws IOException {
        assertThat(mistakesOf("""
                input: drop/*.csv
                part-row: 10
                jobs: 0
                jobs: 2
                rate: [1]
                archive:
                rules:
                  set: strict
                  overrides:
                    ABA_CHECKSUM: ignore
                mapping:
                  renames:
                    no: platformCustomerID
                schedule:
                  cron: "0 0 31 2 *"
                clientSecret: hunter2
                """)).isEqualTo(folder.resolve("job.yaml") + """
                : 12 mistakes
                  line 1, column 1: output: result files would land in the folder that the input pattern reads. \
                Name another folder, for example: output: results
                  line 2, column 1: part-row: there is no such key. Did you mean "part-rows"?
                  line 3, column 7: jobs: "0" is not a whole number from 1 to 64. For example: jobs: 4
                  line 4, column 1: jobs: stands twice, first in line 3. Keep one of the two.
                  line 5, column 7: rate: holds a list where a single value is needed. Write rate: and the value on one line.
                  line 6, column 1: archive: has no value. Write one, or remove the line.
                  line 8, column 8: rules.set: "strict" is not one of production, sandbox. For example: rules: production
                  line 10, column 19: rules.overrides.ABA_CHECKSUM: "ignore" is not one of error, warning, off. \
                For example: ABA_CHECKSUM: error
                  line 13, column 5: mapping.renames.no: "platformCustomerID" is not a Grid column. \
                Did you mean "platformCustomerId"?
                  line 15, column 3: schedule.zone: is missing. For example: zone: America/Mexico_City
                  line 15, column 9: schedule.cron: "0 0 31 2 *" is not a cron text of 5 or 6 fields \
                (minute hour day month weekday) that some date fulfils. For example: cron: "30 2 * * MON-FRI"
                  line 16, column 1: clientSecret: a credential does not belong in this file. Remove it and use the \
                environment GRID_CLIENT_SECRET (for the database GRIDLOAD_DATABASE_PASSWORD).""");
    }

    @Test
    void neverRepeatsACredential() throws IOException {
        assertThat(mistakesOf("""
                input: a.csv
                grid_client_secret: hunter2
                notification:
                  url: https://robot:hunter2@hooks.example.com/
                """))
                .doesNotContain("hunter2")
                .contains("line 4, column 8: notification.url: the value is not an https address without user name.");
    }

    @Test
    void refusesWhatIsNoJobFileAtAll() throws IOException {
        assertThat(mistakesOf(""))
                .endsWith(": 1 mistake\n  the file is empty. See jobs/nightly.yaml for one that is not.");
        assertThat(mistakesOf("# nothing\n")).contains("the file is empty");
        assertThat(mistakesOf("- a\n- b\n"))
                .endsWith(
                        "line 1, column 1: the file is not a list of \"key: value\" lines. See jobs/nightly.yaml for one.");
        assertThat(mistakesOf("{}"))
                .endsWith(
                        "line 1, column 1: input: is missing." + " Say what to import, for example: input: drop/*.csv");
        Files.write(folder.resolve("job.yaml"), "name: Jos\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problem("job.yaml")).endsWith("  the file is not UTF-8 text. Save it as UTF-8.");
        assertThat(problem("absent.yaml"))
                .isEqualTo(folder.resolve("absent.yaml") + ": 1 mistake\n  there is no such file. Check the path.");
        assertThat(problem(".")).endsWith("  this is not a file. Name a YAML file.");
        Files.writeString(folder.resolve("job.yaml"), "#".repeat(1_048_577));
        assertThat(problem("job.yaml")).contains("the file is larger than 1 MiB");
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFinput: a.csv\r\njobs: 2\r\n").sending().jobs()).isEqualTo(2);
    }

    @Test
    void resultsMustNotLandWhereTheInputPatternReads() throws IOException {
        assertThat(mistakesOf("input: drop/*.csv\noutput: ./drop\narchive: drop\n"))
                .endsWith("""
                : 2 mistakes
                  line 2, column 1: output: result files would land in the folder that the input pattern reads. \
                Name another folder, for example: output: results
                  line 3, column 1: archive: imported files would stay in the folder that the input is read from. \
                Name another folder, for example: archive: done""");
    }

    @Test
    void mappingMayStandInAFileOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("words.yaml"), "constants:\n  country: NO\n");

        JobDefinition job = read("input: a.csv\nmapping: words.yaml\n");

        assertThat(job.mapping()).isEqualTo(new Mapping(Map.of(), Map.of("country", "NO"), Map.of()));
    }

    @Test
    void mistakesOfTheMappingFileNameThatFileAndItsLine() throws IOException {
        Files.writeString(folder.resolve("words.yaml"), "constants:\n  countri: NO\n");

        assertThat(mistakesOf("input: a.csv\nmapping: words.yaml\n"))
                .endsWith("line 2, column 1: mapping: in \"words.yaml\" line 2: constants.countri:"
                        + " \"countri\" is not a Grid column. Did you mean \"country\"?");
    }

    private JobDefinition read(String yaml) throws IOException {
        return JobFile.read(Files.writeString(folder.resolve("job.yaml"), yaml), GridColumns.ALL, GridColumns.RULES);
    }

    private String mistakesOf(String yaml) throws IOException {
        Files.writeString(folder.resolve("job.yaml"), yaml);
        return problem("job.yaml");
    }

    private String problem(String name) {
        return catchThrowableOfType(
                        JobFileProblem.class,
                        () -> JobFile.read(folder.resolve(name), GridColumns.ALL, GridColumns.RULES))
                .getMessage();
    }
}
