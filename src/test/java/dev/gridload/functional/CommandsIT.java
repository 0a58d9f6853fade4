package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands beside import, and how each of them ends. */
class CommandsIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private void says(int exitCode, String said, String... arguments) {
        CommandRun run = work.gridload(arguments);
        assertThat(run.err()).isEqualTo(said);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void statusTellsOfImportsThatThereAre() {
        says(0, "No imports yet. The first: gridload import sample-data/customers.csv --sandbox\n", "status");
        CommandRun run = work.importing(work.customers("five.csv", "a", 5));
        assertThat(run.exitCode()).as(run.err()).isZero();

        CommandRun list = work.gridload("status");
        assertThat(list.err()).matches("    1  finished     [-0-9T:]+Z  five\\.csv: 5 rows, 5 well, 0 not, 0 open\n");
        CommandRun one = work.gridload("status", "1", "--json");
        JsonNode document = JSON.readTree(one.out());
        assertThat(document.get("state").asString()).isEqualTo("FINISHED");
        assertThat(document.get("running").asBoolean()).isFalse();
        assertThat(document.get("counts").get("created").asInt()).isEqualTo(5);
        assertThat(JSON.readTree(work.gridload("status", "--json").out()).get("imports"))
                .containsExactly(document);
    }

    @Test
    void unknownImportIsSaidToBeSo() {
        says(1, "gridload: there is no import 7; gridload status lists them\n", "status", "7");
        says(1, "gridload: there is no import 7; gridload status lists them\n", "results", "7");
    }

    @Test
    void resultsAreTheSameFilesAgain() throws IOException {
        work.importing(work.customers("five.csv", "a", 5));
        Path again = work.folder.resolve("again/here");

        CommandRun run = work.gridload("results", "1", "--output", again.toString(), "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(JSON.readTree(run.out()).get("files")).hasSize(5);
        assertThat(again.resolve("five_1_success.csv")).hasSameTextualContentAs(work.result("_success.csv"));
        assertThat(Files.list(again)).hasSize(5);
    }

    @Test
    void templateIsAFileWithoutProblems() {
        CommandRun template = work.gridload("template");
        Path file = work.write("template.csv", template.out());

        assertThat(template.exitCode()).isZero();
        says(
                0,
                "template.csv: 15 rows, 15 good, 0 with errors, 0 repeated; 0 errors, 0 warnings\n",
                "validate",
                file.toString());
        assertThat(work.gridload("template", "pix", "CLABE").out().lines()).hasSize(3);
    }

    @Test
    void validateWritesAllProblemsInBothForms() throws IOException {
        Path csv = work.folder.resolve("problems.csv");
        Path lines = work.folder.resolve("problems.jsonl");

        CommandRun run = work.gridload("validate", "sample-data/customers.csv", "--problems", csv.toString(), "--json");
        work.gridload("validate", "sample-data/customers.csv", "--problems", lines.toString());

        assertThat(run.exitCode()).isEqualTo(4);
        JsonNode file = JSON.readTree(run.out()).get("files").get(0);
        assertThat(file.get("records").asInt()).isEqualTo(200);
        assertThat(file.get("valid").asInt()).isEqualTo(183);
        assertThat(work.records(csv))
                .hasSize(17)
                .extracting(row -> row.get("row"))
                .contains("20", "171");
        assertThat(Files.readAllLines(lines))
                .hasSize(17)
                .allMatch(line -> JSON.readTree(line).has("code"));
        assertThat(run.err()).contains("All problems: " + csv + "\n");
    }

    @Test
    void dryRunSendsNothingAndKeepsNothing() {
        CommandRun run = work.importing(Path.of("sample-data/customers.csv"), "--dry-run");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains(
                        "Dry run: 183 rows would be sent, 178 by the bulk route in 1 part, 5 by the direct route;"
                                + " nothing was sent.",
                        "  5 rows by the direct route because an FBO account goes with its customer only, and the upload"
                                + " does not know it",
                        "Grid has none of these customers; 183 would be created.");
        assertThat(work.grid.journal().exchanges())
                .extracting(exchange -> exchange.method() + exchange.path().replaceFirst(".*/", " "))
                .containsExactly("GET config", "GET customers");
        assertThat(work.resultFiles()).isEmpty();
    }

    @Test
    void dryRunSaysThatGridDidNotSayWhatItRequires() {
        Path file = work.customers("five.csv", "a", 5);
        work.environment.put("GRID_BASE_URL", "http://127.0.0.1:1");
        CommandRun unreachable = work.importing(file, "--dry-run");
        work.environment.remove("GRID_CLIENT_ID");
        CommandRun unknown = work.importing(file, "--dry-run");

        assertThat(unreachable.exitCode()).isZero();
        assertThat(unreachable.said().get(0))
                .startsWith("Grid did not say which fields it requires for a currency (Grid at http://127.0.0.1:1 "
                        + "cannot be reached")
                .endsWith("); rows are checked without that");
        assertThat(unknown.exitCode()).isZero();
        assertThat(unknown.said().get(0))
                .startsWith("Grid was not asked which fields it requires for a currency: no credentials for Grid");
    }

    @Test
    void importsWhatIsPipedIn() throws IOException {
        byte[] rows = ("\ufeff"
                        + Files.readString(work.customers("five.csv", "a", 5)).replace("platformCustomerId", "note,id"))
                .replace("\na-", "\nx,a-")
                .replace("note,id", "note,platformCustomerId")
                .getBytes(StandardCharsets.UTF_8);

        CommandRun run =
                CommandRun.piping(rows, work.environment, "import", "-", "--output", work.results.toString(), "--json");
        CommandRun again =
                CommandRun.piping(rows, work.environment, "import", "-", "--output", work.results.toString(), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(work.created()).hasSize(5);
        assertThat(work.resultFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "stdin_1_failed.csv",
                        "stdin_1_report.html",
                        "stdin_1_success.csv",
                        "stdin_1_summary.json",
                        "stdin_1_unprocessed.csv");
        JsonNode document = JSON.readTree(run.out());
        assertThat(document.get("file").asString()).isEqualTo("stdin");
        assertThat(document.get("read").get("byteOrderMark").asBoolean()).isTrue();
        assertThat(document.get("read").get("notes").get(0).asString())
                .isEqualTo("the UTF-8 byte order mark at the beginning is left out");
        assertThat(document.get("read").get("notes").get(1).asString())
                .isEqualTo("The header has a column that Grid does not know; its values are not sent; "
                        + "found at column 1, \"note\"");
        assertThat(JSON.readTree(again.out()).get("alreadyImported").asBoolean())
                .isTrue();
        assertThat(work.created()).hasSize(5);
    }

    @Test
    void importsSeveralFilesOneAfterTheOther() {
        CommandRun run = work.gridload(
                "import",
                work.customers("five.csv", "a", 5).toString(),
                work.customers("two.csv", "b", 2).toString(),
                "--output",
                work.results.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(work.created()).hasSize(7);
        assertThat(run.said()).anyMatch(line -> line.startsWith("Import 2: two.csv, 2 rows, to "));
    }

    @Test
    void helpAndVersionAreData() {
        CommandRun help = work.gridload("import", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: gridload import ").contains("--part-rows=N");
        assertThat(help.err()).isEmpty();
        assertThat(work.gridload("--version").out()).startsWith("gridload ");
    }

    @Test
    void wrongUseNamesTheWayOut() {
        says(
                1,
                "gridload: Unmatched argument at index 0: 'impart'\nDid you mean: gridload import or gridload template?\n"
                        + "Try: gridload --help\n",
                "impart");
        says(
                1,
                "gridload: part-rows: \"-1\" is not a whole number from 1 to 1,000,000. For example: part-rows: 5000\n",
                "import",
                "x.csv",
                "--part-rows",
                "-1");
        says(1, "gridload: Missing required parameter: 'FILE|JOB.yaml'\nTry: gridload import --help\n", "import");
    }

    @Test
    void jobFileRenamesFillsAndTranslates() throws IOException {
        Files.createDirectories(work.folder.resolve("drop"));
        work.write(
                "drop/new.csv",
                "customer_no;kind;name;born_on;street;town;region;zip\n"
                        + "j-1;P;Ada Quill;1990-01-31;1 Main St;Austin;TX;78701\n");
        Path job = work.write("job.yaml", """
                name: little
                input: drop/*.csv
                mapping:
                  renames: {customer_no: platformCustomerId, kind: customerType, name: fullName, born_on: birthDate,
                    street: addressLine1, town: city, region: state, zip: postalCode}
                  constants: {country: US}
                  values: {customerType: {P: INDIVIDUAL}}
                output: out
                """);

        CommandRun run = work.gridload("import", job.toString());

        assertThat(run.said()).last().isEqualTo("Every row ended well.");
        assertThat(run.exitCode()).isZero();
        assertThat(work.created()).containsExactly("j-1");
        assertThat(work.folder.resolve("out/new_1_success.csv")).isRegularFile();
    }
}
