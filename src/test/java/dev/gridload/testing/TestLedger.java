package dev.gridload.testing;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.Severity;
import dev.gridload.ledger.DatabaseSettings;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.NewImport;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.SeenRows;
import dev.gridload.ledger.StagedRow;
import dev.gridload.ledger.StagedRows;
import dev.gridload.ledger.StoredBlock;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.Submissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A ledger on a real PostgreSQL, emptied for each test that asks for one. Tests of one process share its schema. */
public final class TestLedger {

    /** What the production rules say of rows that have something in common. */
    public static final Map<DuplicateRule, Severity> REPEATS = Map.of(
            DuplicateRule.DUPLICATE_ID, Severity.ERROR,
            DuplicateRule.ADDITIONAL_UMA, Severity.ERROR,
            DuplicateRule.ADDITIONAL_ACCOUNT, Severity.ERROR,
            DuplicateRule.CUSTOMER_DIFFERS, Severity.ERROR,
            DuplicateRule.DUPLICATE_UMA, Severity.ERROR,
            DuplicateRule.SAME_ACCOUNT, Severity.WARNING);

    private final TestPostgres.Database database = Shared.DATABASE;
    private final Ledger ledger = Shared.LEDGER;

    public TestLedger() {
        try {
            sql(
                    "truncate import, import_row, submission, outcome, account, problem, customer_update, deletion cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    private static final class Shared {
        static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();
        static final Ledger LEDGER =
                Ledger.open(new DatabaseSettings(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password()));
    }

    /** A new import of that many records in blocks of these sizes, held by this process. */
    public Lease taken(String fingerprint, int... records) {
        List<StoredBlock> blocks = new ArrayList<>();
        long first = 1;
        for (int size : records) {
            blocks.add(new StoredBlock(blocks.size(), first * 100, 100, first, first + 1, size));
            first += size;
        }
        long id = ledger.imports()
                .findOrCreate(new NewImport(
                        "test",
                        "file.csv",
                        "00",
                        1,
                        fingerprint,
                        "grid",
                        "dialect",
                        "[]",
                        "{}",
                        first - 1,
                        "spool",
                        "out",
                        blocks))
                .id();
        return ledger.leases().acquire(id);
    }

    /** An import whose rows with these ids wait to be sent, in parts of at most {@code partRows}. */
    public Lease waiting(int partRows, String... ids) {
        Lease lease = taken(String.join(",", ids), ids.length);
        StoredBlock block = ledger.staging().blocks(lease.importId()).get(0);
        ledger.staging().stage(lease, block, rows(lease, staged(1, ids)), List.of());
        ledger.staging().close(lease, partRows, 1_000_000, REPEATS, false, SeenRows.none());
        return lease;
    }

    /** Stages the rows of an import of one block, and ends its staging. */
    public void stage(Lease lease, StagedRow... rows) {
        StoredBlock block = ledger.staging().blocks(lease.importId()).get(0);
        ledger.staging().stage(lease, block, rows(lease, List.of(rows)), List.of());
        ledger.staging().close(lease, 10, 1_000, REPEATS, false, SeenRows.none());
    }

    /** The next upload is sent, and what it carries comes to these ends. */
    public void settleNext(Lease lease, Instant now, Outcome... outcomes) {
        Submissions submissions = ledger.submissions();
        Submission planned = submissions.nextPlanned(lease.importId()).orElseThrow();
        submissions.settle(lease, submissions.intend(lease, planned, now), List.of(outcomes));
    }

    /** Rows as a block of this import has them. */
    public static StagedRows rows(Lease lease, List<StagedRow> rows) {
        StagedRows written = new StagedRows(lease.importId(), rows.size(), SeenRows.none());
        rows.forEach(written::add);
        return written;
    }

    public static List<StagedRow> staged(long first, String... ids) {
        List<StagedRow> rows = new ArrayList<>();
        for (String id : ids) {
            long no = first + rows.size();
            rows.add(new StagedRow(
                    no, no + 1, RowState.STAGED, id, new RowKeys(no, 0, 0, 0), null, null, false, id + ",INDIVIDUAL"));
        }
        return rows;
    }

    /** A session of somebody else's, under this name. */
    public Connection session(String name) throws SQLException {
        Connection session = database.dataSource().getConnection();
        session.setClientInfo("ApplicationName", name);
        return session;
    }

    /** The first column of what a statement answers, as text; nothing for one that changes. */
    public List<String> sql(String statement) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var call = connection.createStatement()) {
            call.execute("set search_path to gridload");
            List<String> values = new ArrayList<>();
            if (call.execute(statement)) {
                try (var rows = call.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }
}
