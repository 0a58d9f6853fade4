package dev.gridload.ledger;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the rows of an import into the ledger, block by block, and closes the door behind them. */
public final class Staging {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Copy copy;
    private final Accounts accounts;

    Staging(JdbcClient sql, TransactionTemplate transaction, Copy copy, Accounts accounts) {
        this.sql = sql;
        this.transaction = transaction;
        this.copy = copy;
        this.accounts = accounts;
    }

    public List<StoredBlock> blocks(long importId) {
        return blocks(importId, "");
    }

    public List<StoredBlock> unstagedBlocks(long importId) {
        return blocks(importId, "and staged_at is null");
    }

    /**
     * Writes one block: all of it, once. Runs in the transaction of the caller's chunk where there is one.
     *
     * @throws LeaseLost when another process has taken over
     */
    public void stage(Lease lease, StoredBlock block, StagedRows rows, List<Problem> problems) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            int marked = sql.sql("""
                            update block set staged_at = now(), rejected = ?, errors = ?, warnings = ?
                             where import_id = ? and no = ? and staged_at is null
                            """)
                    .params(
                            rows.rejected(),
                            problems.stream().filter(Staging::isError).count(),
                            problems.stream().filter(p -> !isError(p)).count(),
                            lease.importId(),
                            block.no())
                    .update();
            if (marked == 1) {
                long staged = rows.copy(copy);
                if (staged != block.records()) {
                    throw new IllegalStateException("block " + block.no() + " of import " + lease.importId() + " has "
                            + block.records() + " records but " + staged + " rows were staged");
                }
                writeProblems(lease.importId(), problems);
            }
        });
    }

    /** Notes what is wrong with the file as a whole, once. */
    public void fileProblems(Lease lease, List<Problem> problems) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            sql.sql("delete from problem where import_id = ? and record_no = 0")
                    .param(lease.importId())
                    .update();
            writeProblems(lease.importId(), problems);
        });
    }

    /**
     * Ends staging: every block is in, rows get their key, repeated customers are set aside, and what is left is cut into
     * submissions. All of it or nothing; nothing at all when it was done before.
     *
     * @param partRows rows of a submission at most
     * @param partBytes bytes of a submission's rows at most
     * @param repeats how much it weighs when rows have something in common
     * @param accountsOnly whether the customers are in Grid already, and only accounts are sent
     * @param seen to which the rows were shown
     */
    public void close(
            Lease lease,
            int partRows,
            long partBytes,
            Map<DuplicateRule, Severity> repeats,
            boolean accountsOnly,
            SeenRows seen) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            long id = lease.importId();
            if (!unstagedBlocks(id).isEmpty()) {
                throw new IllegalStateException("import " + id + " has blocks that are not staged");
            }
            String state = sql.sql("select state from import where id = ? for update")
                    .param(id)
                    .query(String.class)
                    .single();
            if (!state.equals(ImportState.STAGING.name())) {
                return;
            }
            sql.sql("set local work_mem = '64MB'").update();
            sql.sql("set local maintenance_work_mem = '128MB'").update();
            key(id);
            // The planner must know the rows before they are compared with each other.
            sql.sql("analyze import_row_" + id).update();
            RepeatedRows repeated = new RepeatedRows(sql, copy, id, seen.suspects());
            long duplicates = repeated.setAside(repeats);
            int sentAsAccounts = accountsOnly ? accounts.planWithoutCustomers(id) : 0;
            int added = repeated.addAccounts();
            LineLengths lengths = accountsOnly ? new LineLengths(0) : seen.lengths();
            long waiting = good(id) - duplicates - added - sentAsAccounts;
            new Plan(sql, copy, id, partRows, partBytes).make(lengths, repeated.aside(), waiting);
            // They are asked for next, by a planner that would take the table for empty.
            sql.sql("analyze submission").update();
            // Last: from here to the commit, the rows of other imports cannot be attached or dropped.
            attach(id);
            sql.sql("update import set state = 'DELIVERING', duplicates = ? where id = ? and state = 'STAGING'")
                    .params(duplicates, id)
                    .update();
        });
    }

    private void key(long id) {
        sql.sql("alter table import_row_%d add primary key (import_id, record_no)".formatted(id))
                .update();
        boolean complete = sql.sql("""
                        select records = (select coalesce(sum(records), 0) from block where import_id = :id)
                          from import where id = :id
                        """).param("id", id).query(Boolean.class).single();
        if (!complete) {
            throw new IllegalStateException("import " + id + " has other records than its blocks");
        }
    }

    private void attach(long id) {
        sql.sql("alter table import_row attach partition import_row_%d for values in (%d)".formatted(id, id))
                .update();
    }

    private long good(long id) {
        return sql.sql("select coalesce(sum(records - rejected), 0) from block where import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void writeProblems(long importId, List<Problem> problems) {
        CopyText text = new CopyText(problems.size() * 256);
        for (Problem problem : problems) {
            text.field(importId)
                    .field(problem.row())
                    .field(problem.line())
                    .field(problem.customerId())
                    .field(problem.column())
                    .field(problem.severity().name())
                    .field(problem.code())
                    .field(problem.message())
                    .field(problem.hint())
                    .field(problem.value())
                    .endRow();
        }
        copy.in("""
                copy problem (import_id, record_no, line, customer_id, column_name, severity, code, message, hint, value) \
                from stdin""", text);
    }

    private List<StoredBlock> blocks(long importId, String condition) {
        return sql.sql("""
                        select no, byte_offset, byte_length, first_row, first_line, records
                          from block where import_id = ? %s order by no
                        """.formatted(condition))
                .param(importId)
                .query((row, n) -> new StoredBlock(
                        row.getInt(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5), row.getInt(6)))
                .list();
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == Severity.ERROR;
    }
}
