package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import dev.gridload.sandbox.SandboxSettings;
import dev.gridload.testing.GridJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checker that cannot fail proves nothing: each lie about a good import must be told by its number and its row. */
class CheckerIT {

    private static final String CREATE =
            "{\"effect\":\"CUSTOMER_CREATED\",\"platformCustomerId\":\"%s\",\"gridId\":\"%s\",\"request\":99}";
    private static final String POST = "{\"sequence\":99,\"time\":\"2026-01-01T00:00:00Z\",\"method\":\"POST\","
            + "\"path\":\"/grid/customers%s\",%s\"status\":503,\"bodyBytes\":9,\"bodySha256\":\"00\","
            + "\"answered\":\"2026-01-01T00:00:00Z\"}";

    @TempDir
    private static Path folder;

    private static Scene scene;
    private static LedgerFacts ledger;
    private static ResultFolder results;
    private static List<String> journal;

    @BeforeAll
    static void importOnce() throws IOException, SQLException {
        Path lines = folder.resolve("journal.jsonl");
        scene = new Scene(
                folder.resolve("scene"),
                CrashEverywhereIT.INPUT,
                SandboxSettings.defaults().withJobTime(Duration.ZERO).withJournalFile(lines),
                "--part-rows",
                "5");
        scene.database(ProofDatabase.migrated(), "jdbc:");
        CommandRun run = scene.again();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        ledger = scene.facts();
        results = ResultFolder.read(scene.results(), 1);
        journal = Files.readAllLines(lines);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void findsNothingWhereNothingIsBroken() throws IOException {
        assertThat(broken(journal, ledger, results, 4)).isEmpty();
    }

    @Test
    void tellsACustomerThatWasCreatedTwice() throws IOException {
        assertThat(broken(with(CREATE.formatted("joe-10", "Customer:other")), ledger, results, 4))
                .contains("I1: Grid created joe-10 twice, row 10");
    }

    @Test
    void tellsARowThatWasLost() throws IOException {
        LedgerFacts less = rows(ledger.rows().subList(0, 11));
        assertThat(broken(journal, less, results, 4)).contains("I2: row 12 stands in the ledger 0 times");
    }

    @Test
    void tellsARowThatIsNotAtItsEnd() throws IOException {
        LedgerFacts open = rowIs(6, "STAGED", null, null);
        assertThat(broken(journal, open, results, 4)).contains("I2: row 6 is not at its end, it is STAGED");
    }

    @Test
    void tellsASuccessThatGridKnowsNothingOf() throws IOException {
        List<String> without =
                journal.stream().filter(line -> !line.contains("\"fay-6\"")).toList();
        assertThat(broken(without, ledger, results, 4))
                .anyMatch(said -> said.startsWith("I3: row 6 is CREATED as Customer:")
                        && said.endsWith(", Grid has nobody under fay-6"));
    }

    @Test
    void tellsARefusalThatGridCreated() throws IOException {
        assertThat(broken(with(CREATE.formatted("dee-4-gridfail", "Customer:x")), ledger, results, 4))
                .contains("I3: row 4 is FAILED, yet Grid created dee-4-gridfail");
    }

    @Test
    void tellsAChangedFieldInAResultFile() throws IOException {
        Path file = scene.results().resolve("in_1_success.csv");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("8 Main St", "9 Main St"));
        assertThat(broken(journal, ledger, ResultFolder.read(scene.results(), 1), 4))
                .singleElement()
                .asString()
                .startsWith("I4: row 5 of the file of success rows should be [Customer:")
                .contains("8 Main St", "9 Main St");
        Files.writeString(file, whole);
    }

    @Test
    void tellsAMissingFileAndOneThatWasLeftOver() throws IOException {
        Path file = scene.results().resolve("in_1_failed.csv");
        Path away = scene.results().resolve(".in_1_failed.csv.1.part");
        Files.move(file, away);
        assertThat(broken(journal, ledger, ResultFolder.read(scene.results(), 1), 4))
                .containsExactlyInAnyOrder(
                        "I4: .in_1_failed.csv.1.part was left over", "I4: there is no file of failed rows");
        Files.move(away, file);
    }

    @Test
    void tellsAnEffectThatNobodyAskedForAndOneThatIsMissing() throws IOException {
        GridJournal doctored = GridJournal.of(
                lines(with(CREATE.formatted("joe-10", "Customer:joe").replace("CREATED", "CHANGED"))));
        assertThat(Checker.effectsOtherwise(doctored, Journal.EffectKind.CUSTOMER_CHANGED, Map.of("kim-11", 1)))
                .containsExactly(
                        "I1: CUSTOMER_CHANGED of joe-10 1 times, wanted 0",
                        "I1: CUSTOMER_CHANGED of kim-11 0 times, wanted 1");
    }

    @Test
    void tellsAnUploadThatNobodyIntended() throws IOException {
        assertThat(broken(with(POST.formatted("/bulk/csv", "")), ledger, results, 4))
                .contains(
                        "I5: Grid was sent 3 uploads, the ledger intended 2",
                        "I6: 3 uploads may have been worked on, of 2 parts");
    }

    @Test
    void tellsARowThatWasSentByItselfWithoutIntentOrLook() throws IOException {
        assertThat(broken(with(POST.formatted("", "\"subject\":\"kim-11\",")), ledger, results, 4))
                .contains(
                        "I5: Grid was sent row 11 by itself 1 times, the ledger intended 0",
                        "I6: kim-11 was sent by itself without a look, row 11");
    }

    @Test
    void tellsARequestThatDidNotWaitAsLongAsGridAsked() throws IOException {
        String asked =
                get(100, "", 429, "2030-01-01T00:00:00Z").replace("}", ",\"retryAfter\":\"2030-01-01T00:00:05Z\"}");
        assertThat(broken(
                        with(
                                asked,
                                get(101, "", 200, "2030-01-01T00:00:00.500Z"),
                                get(102, "", 200, "2030-01-01T00:00:05Z")),
                        ledger,
                        results,
                        4))
                .isEmpty();
        assertThat(broken(with(asked, get(101, "", 200, "2030-01-01T00:00:04Z")), ledger, results, 4))
                .containsExactly(
                        "I16: request 101, GET /grid/customers, came before the time was over that Grid had asked for");
    }

    @Test
    void excusesWhoNeverHeardOfItFromAProcessThatWasKilled() throws IOException {
        String asked =
                get(100, "", 429, "2030-01-01T00:00:00Z").replace("}", ",\"retryAfter\":\"2030-01-01T00:00:05Z\"}");
        var killed = new GridJournal.Silence(
                Instant.parse("2030-01-01T00:00:00.200Z"), Instant.parse("2030-01-01T00:00:02Z"));
        GridJournal atOnce = GridJournal.of(lines(with(asked, get(101, "", 200, "2030-01-01T00:00:01.500Z"))));
        GridJournal next = GridJournal.of(lines(with(asked, get(101, "", 200, "2030-01-01T00:00:02.500Z"))));

        assertThat(Checker.broken(scene.input, next.with(List.of(killed)), ledger, results, 4))
                .isEmpty();
        assertThat(Checker.broken(scene.input, atOnce.with(List.of(killed)), ledger, results, 4))
                .hasSize(1);
    }

    @Test
    void tellsAJobThatWasAskedAfterTooOften() throws IOException {
        String[] asked = new String[13];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = get(100 + i, "/bulk/jobs/Job:9", 200, "2030-01-01T00:00:00.%03dZ".formatted(i * 83));
        }
        assertThat(broken(with(asked), ledger, results, 4))
                .containsExactly("I16: /grid/customers/bulk/jobs/Job:9 was read more than 12 times within a second");
        asked[0] = get(99, "/bulk/jobs/Job:9", 200, "2029-01-01T00:00:00Z");
        assertThat(broken(with(asked), ledger, results, 4)).isEmpty();
    }

    @Test
    void tellsAnEndThatChanged() {
        assertThat(Checker.movedBack(ledger, rowIs(4, "STAGED", "CREATED", "Customer:x")))
                .containsExactly("I10: row 4 was FAILED and is CREATED Customer:x");
    }

    @Test
    void tellsAnInputThatIsNotTheOneThatWasGiven() throws IOException {
        InputFile other = new InputFile("other", scene.input.header(), scene.input.records());
        assertThat(Checker.broken(other, GridJournal.of(lines(journal)), ledger, results, 4))
                .containsExactly("I14: what was parsed has the hash " + ledger.fileSha256() + ", the input other");
    }

    @Test
    void tellsADishonestExit() throws IOException {
        assertThat(broken(journal, ledger, results, 0))
                .containsExactly("I18: it ended with exit code 0, its rows ask for 4");
    }

    private static LedgerFacts rowIs(long no, String staged, String outcome, String gridId) {
        return rows(ledger.rows().stream()
                .map(row ->
                        row.no() == no ? new LedgerFacts.Row(no, staged, row.customerId(), outcome, gridId, null) : row)
                .toList());
    }

    private static LedgerFacts rows(List<LedgerFacts.Row> rows) {
        return new LedgerFacts(
                ledger.state(),
                ledger.fileSha256(),
                ledger.records(),
                ledger.epoch(),
                ledger.owner(),
                rows,
                ledger.calls(),
                ledger.open());
    }

    private static String get(int sequence, String path, int status, String time) {
        return """
                {"sequence":%d,"time":"%s","method":"GET","path":"/grid/customers%s","status":%d,"bodyBytes":0,"bodySha256":"",\
                "answered":"%s"}""".formatted(sequence, time, path, status, time);
    }

    private static List<String> with(String... lines) {
        List<String> more = new ArrayList<>(journal);
        more.addAll(List.of(lines));
        return more;
    }

    private static List<String> broken(List<String> journal, LedgerFacts ledger, ResultFolder results, int exitCode)
            throws IOException {
        return Checker.broken(scene.input, GridJournal.of(lines(journal)), ledger, results, exitCode);
    }

    private static Path lines(List<String> journal) throws IOException {
        return Files.writeString(folder.resolve("doctored.jsonl"), String.join("\n", journal) + "\n");
    }
}
