package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.RowKeys;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the ledger makes of the rows that were noticed while they passed by. */
class SuspectsIT {

    private static final int BLOCKS = 4;
    private static final int ROWS_OF_A_BLOCK = 5_000;

    private final TestLedger test = new TestLedger();
    private final Staging staging = test.ledger().staging();

    @Test
    void rowsThatNobodySuspectsAreNotCompared() throws SQLException {
        try (Lease lease = test.taken("f", 3)) {
            Suspects suspects = new Suspects(3);
            stage(lease, 0, unsuspicious(1, "a", "b", "a"), suspects);
            close(lease, suspects);

            assertThat(test.sql("select state from import_row order by record_no"))
                    .containsExactly("STAGED", "STAGED", "STAGED");
        }
    }

    @Test
    void rowsThatAnEarlierRunStagedAreComparedWithAllOthers() throws SQLException {
        try (Lease lease = test.taken("f", 2, 2)) {
            stage(lease, 1, unsuspicious(3, "b", "a"), new Suspects(4));
            Suspects ofThisRun = new Suspects(2);
            stage(lease, 0, unsuspicious(1, "a", "b"), ofThisRun);
            close(lease, ofThisRun);

            assertThat(test.sql("select record_no || ' ' || state from import_row order by record_no"))
                    .containsExactly("1 STAGED", "2 STAGED", "3 DUPLICATE", "4 DUPLICATE");
        }
    }

    @Test
    void fewSuspectsAmongManyRowsGiveTheVerdictsOfComparingAll() throws SQLException {
        Suspects suspects = new Suspects(BLOCKS * ROWS_OF_A_BLOCK);
        List<String> some = verdicts("some", suspects);
        List<String> all = verdicts("all", Suspects.everyRow());

        assertThat(suspects.areAllOf(BLOCKS * ROWS_OF_A_BLOCK)).isTrue();
        assertThat(some).hasSizeGreaterThan(200).isEqualTo(all);
        for (String code : List.of("DUPLICATE_ID", "DUPLICATE_UMA", "SAME_ACCOUNT", "ADDITIONAL_UMA")) {
            assertThat(some).anyMatch(said -> said.contains(code));
        }
    }

    /** The last block comes first, as it may where several threads stage. */
    private List<String> verdicts(String name, Suspects suspects) throws SQLException {
        int[] sizes = new int[BLOCKS];
        Arrays.fill(sizes, ROWS_OF_A_BLOCK);
        try (Lease lease = test.taken(name, sizes)) {
            Random random = new Random(7);
            for (int block = BLOCKS - 1; block >= 0; block--) {
                stage(lease, block, block(block, random), suspects);
            }
            close(lease, suspects);
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
            rows.add(row(no, "c" + id, new RowKeys(id, uma, 2L * account, 1)));
        }
        return rows;
    }

    /** Nothing of their keys is the same, even where the ids are. */
    private static List<StagedRow> unsuspicious(long first, String... ids) {
        List<StagedRow> rows = new ArrayList<>();
        for (String id : ids) {
            rows.add(row(first + rows.size(), id, new RowKeys(first + rows.size(), 0, 0, 0)));
        }
        return rows;
    }

    private static StagedRow row(long no, String id, RowKeys keys) {
        return new StagedRow(no, no + 1, RowState.STAGED, id, keys, null, null, false, id + ",INDIVIDUAL");
    }

    private void stage(Lease lease, int block, List<StagedRow> rows, Suspects suspects) {
        StagedRows staged = new StagedRows(lease.importId(), rows.size(), suspects);
        rows.forEach(staged::add);
        staging.stage(lease, staging.blocks(lease.importId()).get(block), staged, List.of());
    }

    private void close(Lease lease, Suspects suspects) {
        staging.close(lease, 1_000, 1_000_000, TestLedger.REPEATS, false, suspects);
    }
}
