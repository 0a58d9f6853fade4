package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.customer.Problem;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.Severity;
import dev.gridload.testing.TestLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class StagingIT {

    private final TestLedger test = new TestLedger();
    private final Staging staging = test.ledger().staging();

    private void stage(Lease lease, int block, List<StagedRow> rows, Problem... problems) {
        staging.stage(
                lease, staging.blocks(lease.importId()).get(block), TestLedger.rows(lease, rows), List.of(problems));
    }

    private static StagedRow rejected(long no) {
        return new StagedRow(no, no + 1, RowState.REJECTED, "x" + no, null, null, null, false, null);
    }

    /** @param bytes that it takes of an upload, its line end included */
    private static StagedRow waiting(long no, int bytes, boolean direct) {
        String text = "x".repeat(bytes - 1);
        return new StagedRow(no, no, RowState.STAGED, "c" + no, new RowKeys(no, 0, 0, 0), null, null, direct, text);
    }

    private static Problem problem(long no, Severity severity) {
        return new Problem(no, no + 1, "x" + no, "country", severity, "CODE", "message", "hint", "US\tA\\N\n");
    }

    @Test
    void blockThatIsStagedTwiceIsThereOnce() throws SQLException {
        try (Lease lease = test.taken("f", 2, 1)) {
            for (int time = 0; time < 2; time++) {
                stage(
                        lease,
                        0,
                        List.of(TestLedger.staged(1, "a").get(0), rejected(2)),
                        problem(2, Severity.ERROR),
                        problem(2, Severity.WARNING));
            }
            assertThat(staging.unstagedBlocks(lease.importId()))
                    .extracting(StoredBlock::no)
                    .containsExactly(1);
            stage(lease, 1, TestLedger.staged(3, "c"));
            staging.close(lease, 10, 1_000, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select record_no || ' ' || state from import_row order by 1"))
                    .containsExactly("1 STAGED", "2 REJECTED", "3 STAGED");
            assertThat(test.sql("select value from problem")).hasSize(2).containsOnly("US\tA\\N\n");
            Progress progress = test.ledger().results().progress(lease.importId());
            assertThat(progress.rejected()).isEqualTo(1);
            assertThat(progress.waiting()).isEqualTo(2);
            assertThat(progress.errors()).isEqualTo(1);
            assertThat(progress.warnings()).isEqualTo(1);
        }
    }

    @Test
    void kindOfProblemIsToldByTheFirstRowThatHasIt() {
        try (Lease lease = test.taken("f", 11)) {
            List<StagedRow> rows = new ArrayList<>();
            for (int no = 1; no <= 11; no++) {
                rows.add(rejected(no));
            }
            stage(
                    lease,
                    0,
                    rows,
                    new Problem(10, 11, "x10", "country", Severity.ERROR, "CODE", "about ten", "mend ten", null),
                    new Problem(2, 3, "x2", "country", Severity.ERROR, "CODE", "what two has", "the way of two", null),
                    new Problem(3, 4, "x3", "city", Severity.ERROR, "CODE", "a city", "mend it", null));

            assertThat(test.ledger().results().problemGroups(lease.importId(), 5))
                    .containsExactly(
                            new Results.ProblemGroup(
                                    Severity.ERROR, "CODE", "country", "what two has", "the way of two", 2, 2),
                            new Results.ProblemGroup(Severity.ERROR, "CODE", "city", "a city", "mend it", 1, 3));
        }
    }

    @Test
    void repeatedCustomersAreSetAsideBehindTheirFirstRow() throws SQLException {
        try (Lease lease = test.taken("f", 3, 3)) {
            stage(lease, 1, TestLedger.staged(4, "a", "c", "a"));
            stage(lease, 0, TestLedger.staged(1, "a", "b", "c"));
            staging.close(lease, 10, 1_000, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select record_no || ' ' || state from import_row order by record_no"))
                    .containsExactly("1 STAGED", "2 STAGED", "3 STAGED", "4 DUPLICATE", "5 DUPLICATE", "6 DUPLICATE");
            assertThat(test.sql("select record_no || ' line ' || line || ' ' || code || ': ' || message from problem "
                            + "order by record_no"))
                    .containsExactly(
                            "4 line 5 DUPLICATE_ID: The same platformCustomerId stands already in row 1",
                            "5 line 6 DUPLICATE_ID: The same platformCustomerId stands already in row 3",
                            "6 line 7 DUPLICATE_ID: The same platformCustomerId stands already in row 1");
            assertThat(test.ledger().results().progress(lease.importId()).duplicates())
                    .isEqualTo(3);
        }
    }

    @Test
    void idOfARejectedRowMayStillBeUsed() throws SQLException {
        try (Lease lease = test.taken("f", 2)) {
            stage(lease, 0, List.of(rejected(1), TestLedger.staged(2, "x1").get(0)));
            staging.close(lease, 10, 1_000, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select record_no || ' ' || state from import_row order by 1"))
                    .containsExactly("1 REJECTED", "2 STAGED");
        }
    }

    @Test
    void noPartHasMoreRowsThanAllowed() throws SQLException {
        try (Lease lease = test.waiting(2, "a", "b", "c", "d", "e")) {
            assertThat(test.sql("select no || ': ' || first_record || '-' || last_record || ' ' || rows || ' rows' "
                            + "from submission order by no"))
                    .containsExactly("1: 1-2 2 rows", "2: 3-4 2 rows", "3: 5-5 1 rows");
            assertThat(lease.importId()).isPositive();
        }
    }

    @Test
    void memoryOfAStagedBlockServesTheNextOne() throws SQLException {
        try (Lease lease = test.taken("f", 2, 1)) {
            List<StoredBlock> blocks = staging.blocks(lease.importId());
            StagedRows rows = TestLedger.rows(
                    lease, List.of(TestLedger.staged(1, "a-name-that-is-longer").get(0), rejected(2)));
            staging.stage(lease, blocks.get(0), rows, List.of());
            rows.clear();
            assertThat(rows.count()).isZero();
            TestLedger.staged(3, "c").forEach(rows::add);
            staging.stage(lease, blocks.get(1), rows, List.of());
            staging.close(lease, 10, 1_000, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select record_no || ' ' || state || ' ' || customer_id from import_row order by 1"))
                    .containsExactly("1 STAGED a-name-that-is-longer", "2 REJECTED x2", "3 STAGED c");
            assertThat(test.sql("select rejected from block order by no")).containsExactly("1", "0");
        }
    }

    @Test
    void noPartHasMoreBytesThanAllowedAndNoRowIsLost() throws SQLException {
        try (Lease lease = test.taken("f", 40)) {
            List<StagedRow> rows = new ArrayList<>();
            for (int no = 1; no <= 40; no++) {
                rows.add(waiting(no, no % 7 * 13 + 2, false));
            }
            stage(lease, 0, rows);
            staging.close(lease, 1_000, 200, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select bytes from submission").stream().map(Integer::valueOf))
                    .allMatch(bytes -> bytes <= 200)
                    .hasSizeGreaterThan(8);
            assertThat(test.sql("select sum(rows) from submission")).containsExactly("40");
            assertThat(test.sql("select sum(bytes) from submission"))
                    .isEqualTo(test.sql("select sum(octet_length(text) + 1) from import_row"));
            long sent = 0;
            for (Submission part : test.ledger().submissions().inState(lease.importId(), SubmissionState.PLANNED)) {
                assertThat(test.ledger().submissions().rows(part)).hasSize(part.rows());
                sent += part.rows();
            }
            assertThat(sent).isEqualTo(40);
        }
    }

    @Test
    void partTakesAsManyRowsAsFitAndOneThatIsTooLargeGoesAlone() throws SQLException {
        try (Lease lease = test.taken("f", 8)) {
            List<StagedRow> rows = new ArrayList<>();
            int[] bytes = {100, 100, 60, 60, 60, 500, 20, 20};
            // Last row first: parts follow the input, not the order in which rows were staged.
            for (int no = bytes.length; no >= 1; no--) {
                rows.add(waiting(no, bytes[no - 1], no == 7));
            }
            stage(lease, 0, rows);
            staging.close(lease, 1_000, 200, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select no || ' ' || route || ' ' || first_record || '-' || last_record || ' '"
                            + " || rows || ' rows ' || bytes || ' bytes' from submission order by no"))
                    .containsExactly(
                            "1 BULK 1-2 2 rows 200 bytes",
                            "2 BULK 3-5 3 rows 180 bytes",
                            "3 BULK 6-6 1 rows 500 bytes",
                            "4 BULK 8-8 1 rows 20 bytes",
                            "5 DIRECT 7-7 1 rows 0 bytes");
        }
    }

    @Test
    void closingTwiceChangesNothing() throws SQLException {
        try (Lease lease = test.waiting(2, "a", "b", "c")) {
            staging.close(lease, 1, 10, TestLedger.REPEATS, false, SeenRows.none());

            assertThat(test.sql("select rows from submission order by no")).containsExactly("2", "1");
        }
    }

    @Test
    void refusesToCloseWhileBlocksAreMissing() {
        try (Lease lease = test.taken("f", 1, 1)) {
            stage(lease, 0, TestLedger.staged(1, "a"));

            assertThatThrownBy(() -> staging.close(lease, 10, 1_000, TestLedger.REPEATS, false, SeenRows.none()))
                    .hasMessage("import " + lease.importId() + " has blocks that are not staged");
        }
    }

    @Test
    void rowsOfAnotherImportCanBeDroppedWhileOneIsBeingClosed() throws Exception {
        Lease other = test.waiting(2, "a");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Lease lease = test.taken("f", 1);
                Connection session = test.session("holds submissions");
                Statement statement = session.createStatement()) {
            stage(lease, 0, TestLedger.staged(1, "a"));
            session.setAutoCommit(false);
            statement.execute("lock table gridload.submission in share mode");
            Future<?> closing =
                    thread.submit(() -> staging.close(lease, 10, 1_000, TestLedger.REPEATS, false, SeenRows.none()));
            while (test.sql("select 1 from pg_locks where relation = 'submission'::regclass and not granted")
                    .isEmpty()) {
                Thread.sleep(10);
            }

            test.sql("set lock_timeout = '10s'; drop table import_row_" + other.importId());

            session.rollback();
            closing.get();
            assertThat(test.sql("select import_id || ' ' || state from import_row"))
                    .containsExactly(lease.importId() + " STAGED");
        } finally {
            thread.shutdownNow();
            other.close();
        }
    }

    @Test
    void linesOfAPartAreTheStagedTextsInOrder() throws Exception {
        try (Lease lease = test.waiting(10, "a", "b", "a", "c")) {
            Submission part =
                    test.ledger().submissions().nextPlanned(lease.importId()).orElseThrow();

            byte[] lines = test.ledger().submissions().lines(part).readAllBytes();

            assertThat(new String(lines, StandardCharsets.UTF_8))
                    .isEqualTo("a,INDIVIDUAL\nb,INDIVIDUAL\nc,INDIVIDUAL\n");
            assertThat(lines).hasSize((int) part.bytes());
        }
    }

    @Test
    void linesOfAPartAreWhatWasStagedToTheByte() throws Exception {
        StringBuilder all = new StringBuilder();
        for (char c = 1; c < 0x180; c++) {
            all.append(c);
        }
        List<String> texts = List.of("\\N", "\\", "", "\t", "\\n\n\\\r\n", "a\\.", "日本\u007f😀\\t", all.toString());
        try (Lease lease = test.taken("f", 3_000)) {
            List<StagedRow> rows = new ArrayList<>();
            StringBuilder expected = new StringBuilder();
            for (int no = 1; no <= 3_000; no++) {
                String text = texts.get(no % texts.size());
                rows.add(new StagedRow(
                        no, no, RowState.STAGED, "c" + no, new RowKeys(no, 0, 0, 0), null, null, false, text));
                expected.append(text).append('\n');
            }
            stage(lease, 0, rows);
            staging.close(lease, 5_000, 10_000_000, TestLedger.REPEATS, false, SeenRows.none());
            Submission part =
                    test.ledger().submissions().nextPlanned(lease.importId()).orElseThrow();

            byte[] lines = test.ledger().submissions().lines(part).readAllBytes();

            assertThat(new String(lines, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
            assertThat(lines).hasSize((int) part.bytes());
        }
    }
}
