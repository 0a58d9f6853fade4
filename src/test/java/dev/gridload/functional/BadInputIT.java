package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input and a bad world get: one message that says what, where and what next; an exit code; no row lost. */
class BadInputIT {

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private static void ends(CommandRun run, int exitCode, String... said) {
        assertThat(run.said()).containsExactly(said);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    private static String traced(CommandRun run) {
        return run.said().get(1);
    }

    @Test
    void missingFile() {
        Path gone = work.folder.resolve("gone.csv");
        ends(
                work.importing(gone),
                1,
                "gridload: input: there is no file " + gone + ". Check the name; a relative path in a job file is "
                        + "relative to the job file's folder.");
        assertThat(traced(work.importing(gone, "--debug"))).startsWith("dev.gridload.job.NoInput: input: there is no");
    }

    @Test
    void directory() {
        ends(
                work.importing(work.folder),
                1,
                "gridload: input: " + work.folder + " is a folder. Name a file in it, or a pattern such as \""
                        + work.folder + "/*.csv\".");
    }

    @Test
    void emptyFile() {
        Path empty = work.write("empty.csv", "");
        ends(
                work.importing(empty),
                1,
                "gridload: " + empty + ": the file is empty. Export it again; the first line must name the columns.");
    }

    @Test
    void headerWithoutRows() {
        CommandRun run = work.importing(work.write("header.csv", Workplace.HEADER));

        assertThat(run.exitCode()).isZero();
        assertThat(run.said().get(0)).startsWith("Import 1: header.csv, 0 rows, to ");
        assertThat(run.said().get(1)).startsWith("Import 1 finished: header.csv, 0 rows in ");
        assertThat(work.resultFiles()).hasSize(5);
        assertThat(work.uploads()).isZero();
    }

    @Test
    void headerWithoutTheNecessaryColumns() {
        Path file = work.write("other.csv", "fullName,accountNumber\nAda Quill,1\n");
        ends(
                work.importing(file),
                1,
                "gridload: " + file + ", line 1: platformCustomerId: The header lacks a column that every file needs. "
                        + "Add the column, or name it in the mapping of a job file. customerType: The header lacks a "
                        + "column that every file needs. Add the column, or name it in the mapping of a job file. "
                        + "accountType: The header lacks a column that every file needs. Add the column, or name it "
                        + "in the mapping of a job file.");
    }

    @Test
    void wrongEncodingRejectsItsRowsAlone() {
        // One row in another charset than the other, whose accents are UTF-8: nothing to guess from.
        byte[] utf8 =
                (Workplace.HEADER + Workplace.row("e-1").replace("Austin", "Zürich")).getBytes(StandardCharsets.UTF_8);
        byte[] latin1 = Workplace.row("e-2").replace("Austin", "Málaga").getBytes(StandardCharsets.ISO_8859_1);
        byte[] mixed = Arrays.copyOf(utf8, utf8.length + latin1.length);
        System.arraycopy(latin1, 0, mixed, utf8.length, latin1.length);
        CommandRun run = work.importing(work.write("mixed.csv", mixed));

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains("           1  error    ENCODING in city: byte 48 of the row is not valid UTF-8 "
                        + "(first in row 2)");
        assertThat(work.created()).containsExactly("e-1");
        assertThat(work.rows("_failed.csv")).hasSize(1);
    }

    @Test
    void unclosedQuoteNearTheTopOfALongFile() {
        StringBuilder csv =
                new StringBuilder(Workplace.HEADER).append(Workplace.row("q-1")).append("q-2,\"INDIVIDUAL\n");
        int rows = 300_000;
        for (int i = 3; i <= rows; i++) {
            csv.append(Workplace.row("q-" + i));
        }
        Path file = work.write("quote.csv", csv.toString());

        CommandRun run = work.importing(file, "--dry-run");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .containsExactly(
                        "quote.csv: 300,000 rows, 299,999 good, 1 with errors, 0 repeated; 1 error, 0 warnings",
                        "Most common:",
                        "  error          1  QUOTE_UNCLOSED in customerType: the quote that opens in column customerType "
                                + "on line 3 is never closed",
                        "                    for example row 2 (line 3); Add the closing quote, or remove the opening "
                                + "one; reading went on at the next line",
                        "By kind:",
                        "  error          1  QUOTE_UNCLOSED in customerType  first in row 2",
                        "error   row 2 (line 3), customerType: the quote that opens in column customerType on line 3 is "
                                + "never closed",
                        "        QUOTE_UNCLOSED - Add the closing quote, or remove the opening one; reading went on at "
                                + "the next line",
                        "Dry run: 299,999 customers would be sent by the bulk route in 60 parts; nothing was sent.",
                        "Grid has none of these customers; 299,999 would be created.");
        assertThat(work.uploads()).isZero();
    }

    @Test
    void fieldOfTenMegabytes() {
        Path file = work.write(
                "big.csv",
                Workplace.HEADER
                        + Workplace.row("g-1")
                        + Workplace.row("g-2").replace("Ada Quill", "x".repeat(10_000_000))
                        + Workplace.row("g-3"));

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said())
                .contains("           1  error    RECORD_TOO_LONG: the row is 10,000,061 bytes long, at most 1,048,576 "
                        + "bytes are allowed (first in row 2)");
        assertThat(work.created()).containsExactlyInAnyOrder("g-1", "g-3");
    }

    @Test
    void jobFileWithMistakes() {
        Path job = work.write("job.yaml", "input: x.csv\nfoo: 1\njobs: many\n");
        ends(
                work.gridload("import", job.toString()),
                1,
                "gridload: " + job + ": 2 mistakes",
                "  line 2, column 1: foo: there is no such key. Keys here: accounts, accounts-only, archive, calls, charset, config, delimiter, dry-run, input, "
                        + "jobs, mapping, max-failures, max-shown, mode, name, notification, output, part-bytes, part-rows, "
                        + "problems, profile, rate, route, rules, sandbox, schedule, settle, strict, wait-active.",
                "  line 3, column 7: jobs: \"many\" is not a whole number from 1 to 64. For example: jobs: 4");
    }

    @Test
    void jobFileThatIsNotThere() {
        Path job = work.folder.resolve("gone.yaml");
        ends(
                work.gridload("import", job.toString()),
                1,
                "gridload: " + job + ": 1 mistake",
                "  there is no such file. Check the path.");
    }

    @Test
    void noCredentials() {
        work.environment.remove("GRID_CLIENT_SECRET");
        ends(
                work.importing(work.customers("five.csv", "n", 5)),
                1,
                "gridload: no credentials for Grid: set GRID_CLIENT_ID and GRID_CLIENT_SECRET in the environment, or "
                        + "try it without an account by adding --sandbox");
    }

    @Test
    void addressWithoutTls() {
        work.environment.put("GRID_BASE_URL", "http://grid.example.com/");
        ends(
                work.importing(work.customers("five.csv", "n", 5)),
                1,
                "gridload: GRID_BASE_URL must begin with https:// (http:// only for this machine), found "
                        + "http://grid.example.com");
    }

    @Test
    void anEmptyAddressDoesNotMeanProduction() {
        work.environment.put("GRID_BASE_URL", " ");
        ends(
                work.importing(work.customers("five.csv", "n", 5)),
                1,
                "gridload: GRID_BASE_URL is empty: set it to the address of a Grid, or unset it for "
                        + "https://api.lightspark.com/grid/2025-10-13");
    }

    @Test
    void credentialsDoNotBelongIntoAnAddress() {
        work.environment.put("GRID_BASE_URL", "https://ada:secret@127.0.0.1:9/grid");
        ends(
                work.importing(work.customers("one.csv", "c", 1)),
                1,
                "gridload: GRID_BASE_URL must not hold credentials: set GRID_CLIENT_ID and GRID_CLIENT_SECRET, and leave"
                        + " out what stands before the @");

        work.environment.put("GRID_BASE_URL", "ftp://ada:secret^@127.0.0.1:9/grid");
        ends(
                work.importing(work.customers("one.csv", "c", 1)),
                1,
                "gridload: GRID_BASE_URL is not a URL: ...@127.0.0.1:9/grid");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefusedWithoutItsPassword() {
        work.environment.put("GRIDLOAD_DATABASE_URL", "postgresql://ada:secret@127.0.0.1:9/x");
        ends(
                work.importing(work.customers("one.csv", "c", 1)),
                1,
                "gridload: GRIDLOAD_DATABASE_URL must begin with jdbc:postgresql:, as in"
                        + " jdbc:postgresql://host:5432/database; user and password are GRIDLOAD_DATABASE_USER and"
                        + " GRIDLOAD_DATABASE_PASSWORD");
    }

    @Test
    void wrongCredentialsPauseAndRightOnesFinish() {
        Path file = work.customers("five.csv", "c", 5);
        String secret = work.environment.put("GRID_CLIENT_SECRET", "wrong");

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said())
                .contains(
                        "Import 1 paused: five.csv, 5 rows",
                        "           5  unprocessed       not at their end yet",
                        "Paused: Grid at " + work.grid.baseUrl() + " refused the credentials (401); check "
                                + "GRID_CLIENT_ID and GRID_CLIENT_SECRET.",
                        "Nothing is lost. To continue: gridload resume 1");
        assertThat(run.err()).doesNotContain("wrong\n").doesNotContain("\tat ");
        assertThat(work.rows("_unprocessed.csv")).hasSize(5);
        assertThat(work.ledger("select state from submission")).containsExactly("PLANNED");
        assertThat(work.ledger("select record_no from outcome")).isEmpty();

        work.environment.put("GRID_CLIENT_SECRET", String.valueOf(secret));
        assertThat(work.importing(file).exitCode()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("c-1", "c-2", "c-3", "c-4", "c-5");
        assertThat(work.rows("_success.csv")).hasSize(5);
        assertThat(work.rows("_unprocessed.csv")).isEmpty();
    }

    @Test
    void unreachableGridPausesAndALaterRunFinishes() {
        Path file = work.customers("five.csv", "u", 5);
        int port = work.grid.port();
        work.grid.close();

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said())
                .contains("Paused: Grid at http://127.0.0.1:" + port + "/grid/2025-10-13 cannot be reached: the "
                        + "connection was refused; check GRID_BASE_URL and the network.");
        assertThat(work.rows("_unprocessed.csv")).hasSize(5);

        try (Workplace back = Workplace.in(
                work.folder, SandboxSettings.defaults().withPort(port).withJobTime(Duration.ZERO))) {
            CommandRun later =
                    CommandRun.of(work.environment, "import", file.toString(), "--output", work.results.toString());
            assertThat(later.said()).last().isEqualTo("Every row ended well.");
            assertThat(later.exitCode()).isZero();
            assertThat(back.created()).hasSize(5).doesNotHaveDuplicates();
        }
    }

    @Test
    void unreachableDatabase() {
        work.environment.put("GRIDLOAD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?password=secret");
        ends(
                work.importing(work.customers("five.csv", "d", 5)),
                2,
                "gridload: The database cannot be used: Connection refused (jdbc:postgresql://127.0.0.1:1/none). Check "
                        + "GRIDLOAD_DATABASE_URL, GRIDLOAD_DATABASE_USER and GRIDLOAD_DATABASE_PASSWORD.");
        assertThat(work.grid.journal().exchanges()).isEmpty();
    }

    @Test
    void resultFolderThatIsAFile() {
        Path file = work.customers("five.csv", "f", 5);
        ends(
                work.gridload("import", file.toString(), "--output", file.toString()),
                1,
                "gridload: The folder " + file + " cannot hold the results (a file has that name). Choose another with "
                        + "--output.");
        assertThat(work.uploads())
                .as("nothing is sent that could not be told of")
                .isZero();
    }

    @Test
    void fullDiskUnderTheResultsLosesNothing() throws Exception {
        Files.createDirectories(work.results);
        assumeTrue(mount(work.results), "a small file system can be mounted here");
        try {
            Path file = work.customers("many.csv", "full", 3_000);
            CommandRun run = work.importing(file);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.said())
                    .last()
                    .asString()
                    .matches("gridload: The disk is full: .* was not written\\. Make room, then write the results again"
                            + ": gridload results ID\\.");
            assertThat(work.resultFiles()).isEmpty();
            assertThat(work.ledger("select count(*) from outcome where state = 'CREATED'"))
                    .containsExactly("3000");
            Path roomy = work.folder.resolve("roomy");
            assertThat(work.gridload("results", "1", "--output", roomy.toString())
                            .exitCode())
                    .isZero();
            assertThat(work.records(roomy.resolve("many_1_success.csv"))).hasSize(3_000);
        } finally {
            new ProcessBuilder("umount", work.results.toString()).start().waitFor();
        }
    }

    private static boolean mount(Path folder) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
    }

    @Test
    void rowThatCannotBeReadStandsInTheFailedFileAsItWas() {
        String ragged = "rag-1,INDIVIDUAL,Ada Quill,1990-01-31,1 Main St, Unit 4,Austin";
        String unclosed = "\"open-1,INDIVIDUAL,José Núñez";
        Path file = work.write(
                "broken.csv",
                Workplace.HEADER + Workplace.row("good-1") + ragged + "\n" + Workplace.row("good-2") + unclosed);

        CommandRun run = work.importing(file);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(work.rows("_failed.csv"))
                .extracting(
                        row -> row.get("platformCustomerId"),
                        row -> row.get("gridload_row"),
                        row -> row.get("gridload_code"))
                .containsExactly(tuple(ragged, "2", "COLUMN_COUNT"), tuple(unclosed, "4", "QUOTE_UNCLOSED"));
        assertThat(work.rows("_success.csv")).hasSize(2);
        CommandRun again = work.gridload(
                "import",
                work.result("_failed.csv").toString(),
                "--output",
                work.folder.resolve("again").toString());
        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(work.created()).containsExactlyInAnyOrder("good-1", "good-2");
    }

    /** The common pool may be a single thread, and others need it too. */
    private static void ownThread(Runnable work) {
        new Thread(work).start();
    }

    @Test
    void secondImporterOfTheSameFileIsToldWhoRunsIt(@TempDir Path other) throws Exception {
        try (Workplace slow = Workplace.in(other, SandboxSettings.defaults().withJobTime(Duration.ofSeconds(3)))) {
            Path file = slow.customers("five.csv", "s", 5);
            CompletableFuture<CommandRun> first =
                    CompletableFuture.supplyAsync(() -> slow.importing(file), BadInputIT::ownThread);
            while (slow.uploads() == 0 && !first.isDone()) {
                LockSupport.parkNanos(20_000_000); // the Grid under test needs its locks too
            }

            CommandRun second = slow.importing(file);

            ends(
                    second,
                    5,
                    "gridload: import 1 is being run by process "
                            + ProcessHandle.current().pid() + ". Watch it with: gridload status 1 --watch");
            assertThat(first.get(60, TimeUnit.SECONDS).exitCode()).isZero();
            assertThat(slow.created()).hasSize(5).doesNotHaveDuplicates();
        }
    }
}
