package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.customer.RowKeys;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the ledger makes of the rows that were noticed while they passed by. */
class SeenRowsIT {

    private static final int BLOCKS = 4;
    private static final int ROWS_OF_A_BLOCK = 5_000;
    private static final int ROWS = BLOCKS * ROWS_OF_A_BLOCK;
    private static final int ONE_IN_REJECTED = 97;

    private final TestLedger test = new TestLedger();
    private final Staging staging = test.ledger().staging();

    @Test
    void rowsThatNobodySuspectsAreNotCompared() throws SQLException {
        try (Lease lease = test.taken("f", 3)) {
            SeenRows seen = SeenRows.of(3);
            stage(lease, 0, unsuspicious(1, "a", "b", "a"), seen);
            close(lease, seen);

            assertThat(test.sql("select state from import_row order by record_no"))
                    .containsExactly("STAGED", "STAGED", "STAGED");
        }
    }

    @Test
    void rowsThatAnEarlierRunStagedAreComparedWithAllOthers() throws SQLException {
        try (Lease lease = test.taken("f", 2, 2)) {
            stage(lease, 1, unsuspicious(3, "b", "a"), SeenRows.of(4));
            SeenRows ofThisRun = SeenRows.of(2);
            stage(lease, 0, unsuspicious(1, "a", "b"), ofThisRun);
            close(lease, ofThisRun);

            assertThat(test.sql("select record_no || ' ' || state from import_row order by record_no"))
                    .containsExactly("1 STAGED", "2 STAGED", "3 DUPLICATE", "4 DUPLICATE");
        }
    }

    @Test
    void fewSuspectsAmongManyRowsGiveTheVerdictsOfComparingAll() throws SQLException {
        SeenRows seen = SeenRows.of(ROWS);
        List<String> some = verdicts("some", seen);
        List<String> all = verdicts("all", SeenRows.none());

        assertThat(seen.suspects().areAllOf(ROWS - ROWS / ONE_IN_REJECTED)).isTrue();
        assertThat(some).hasSizeGreaterThan(200).isEqualTo(all);
        for (String code : List.of("DUPLICATE_ID", "DUPLICATE_UMA", "SAME_ACCOUNT", "ADDITIONAL_UMA")) {
            assertThat(some).anyMatch(said -> said.contains(code));
        }
    }

    @Test
    void partsAreTheSameWhetherTheirLinesWereSeenOrAreReadFromTheLedger() throws SQLException {
        SeenRows seen = SeenRows.of(ROWS);
        verdicts("seen", seen);
        verdicts("read", SeenRows.none());

        assertThat(seen.lengths().areOfAll(ROWS)).isTrue();
        List<String> parts = submissions("seen");
        assertThat(parts).hasSizeGreaterThan(500).isEqualTo(submissions("read"));
        assertThat(parts).anyMatch(part -> part.contains("BULK")).anyMatch(part -> part.contains("DIRECT"));
        assertThat(test.sql("select state from import_row group by 1 order by 1"))
                .containsExactly("ADDITIONAL", "DUPLICATE", "REJECTED", "STAGED");
        assertThat(test.sql("select sum(rows) from submission"))
                .isEqualTo(test.sql("select count(*) from import_row where state = 'STAGED'"));
    }

    @Test
    void anImportWhosePartsWouldLeaveARowBehindIsNotDelivered() throws SQLException {
        try (Lease lease = test.taken("f", 3)) {
            SeenRows wrong = SeenRows.of(3);
            stage(lease, 0, unsuspicious(1, "a", "b", "c"), SeenRows.none());
            wrong.note(1, 10);
            wrong.note(2, 0);
            wrong.note(3, 10);

            assertThatThrownBy(() -> close(lease, wrong))
                    .hasMessage("of import " + lease.importId()
                            + ", 3 rows wait to be sent, and its submissions carry 2; start gridload again");
            assertThat(test.sql("select state from import")).containsExactly("STAGING");
            assertThat(test.sql("select no from submission")).isEmpty();

            close(lease, SeenRows.none());

            assertThat(test.sql("select rows from submission")).containsExactly("3");
        }
    }

    private List<String> submissions(String name) throws SQLException {
        return test.sql(
                "select no || ' ' || route || ' ' || first_record || '-' || last_record || ' ' || rows || ' rows ' || bytes"
                        + " from submission join import on id = import_id where fingerprint = '" + name
                        + "' order by no");
    }

    /** The last block comes first, as it may where several threads stage. */
    private List<String> verdicts(String name, SeenRows seen) throws SQLException {
        int[] sizes = new int[BLOCKS];
        Arrays.fill(sizes, ROWS_OF_A_BLOCK);
        try (Lease lease = test.taken(name, sizes)) {
            Random random = new Random(7);
            for (int block = BLOCKS - 1; block >= 0; block--) {
                stage(lease, block, block(block, random), seen);
            }
            close(lease, seen);
            return test.sql(
                    "select p.record_no || ' ' || p.code || ' ' || p.message || ' ' || r.state from problem p join import_row r"
                            + " using (import_id, record_no) where import_id = " + lease.importId()
                            + " order by p.record_no, p.code");
        }
    }

    private static List<StagedRow> block(int block, Random random) {
        List<StagedRow> rows = new ArrayList<>();
        for (int i = 1; i <= ROWS_OF_A_BLOCK; i++) {
            int no = block * ROWS_OF_A_BLOCK + i;
            int id = random.nextInt(50) == 0 ? random.nextInt(20_000) : no;
            int uma = random.nextInt(3) == 0 ? 1 + random.nextInt(1_000_000) : 0;
            int account = random.nextInt(3) == 0 ? 1 + random.nextInt(1_000_000) : id;
            RowKeys keys = new RowKeys(id, uma, 2L * account + (no % 3 == 0 ? 1 : 0), 1);
            rows.add(no % ONE_IN_REJECTED == 0 ? rejected(no) : row(no, "c" + id, keys, no % 41 == 0));
        }
        return rows;
    }

    private static StagedRow rejected(long no) {
        return new StagedRow(no, no + 1, RowState.REJECTED, "c" + no, null, null, null, false, null);
    }

    /** Nothing of their keys is the same, even where the ids are. */
    private static List<StagedRow> unsuspicious(long first, String... ids) {
        List<StagedRow> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(row(first + rows.size(), id, new RowKeys(first + rows.size(), 0, 0, 0), false));
        }
        return rows;
    }

    private static StagedRow row(long no, String id, RowKeys keys, boolean direct) {
        String text = id + ",INDIVIDUAL,\"Zoë\tO\\Neil\"" + "x".repeat((int) no % 200);
        return new StagedRow(no, no + 1, RowState.STAGED, id, keys, null, null, direct, text);
    }

    private void stage(Lease lease, int block, List<StagedRow> rows, SeenRows seen) {
        StagedRows staged = new StagedRows(lease.importId(), rows.size(), seen);
        rows.forEach(staged::add);
        staging.stage(lease, staging.blocks(lease.importId()).get(block), staged, List.of());
    }

    private void close(Lease lease, SeenRows seen) {
        staging.close(lease, 1_000, 20_000, TestLedger.REPEATS, false, seen);
    }
}
