package dev.gridload.ledger;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the rows of an import, for people and files. Reads only. */
public final class Results {

    private static final int PAGE = 2_000;

    private final JdbcClient sql;

    Results(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What became of one row.
     *
     * @param pendingAccount account type still to be created; null where there is none
     * @param code of Grid's refusal or of the operator's question; null otherwise
     */
    public record RowResult(
            long recordNo,
            RowState state,
            @Nullable String pendingAccount,
            @Nullable String gridCustomerId,
            @Nullable String code,
            @Nullable String message) {}

    public Progress progress(long importId) {
        return sql.sql("""
                        with blocks as (
                            select coalesce(sum(records) filter (where staged_at is null), 0) as unstaged,
                                   coalesce(sum(rejected), 0) as rejected, coalesce(sum(errors), 0) as errors,
                                   coalesce(sum(warnings), 0) as warnings
                              from block where import_id = :id
                        ), sent as (
                            select coalesce(sum(rows) filter (where state = 'IN_FLIGHT'), 0) as in_flight,
                                   coalesce(sum(rows) filter (where state in ('POLLING', 'JOB_ENDED')), 0) as polling,
                                   coalesce(sum(job_done) filter (where state in ('POLLING', 'JOB_ENDED')), 0) as grid_done,
                                   coalesce(sum(rows) filter (where state = 'DISCOVER'), 0) as in_doubt,
                                   coalesce(sum(created), 0) as created, coalesce(sum(existed), 0) as existed,
                                   coalesce(sum(failed), 0) as failed, coalesce(sum(undecided), 0) as undecided
                              from submission where import_id = :id
                        )
                        select i.records, b.*, i.duplicates, s.* from import i, blocks b, sent s where i.id = :id
                        """)
                .param("id", importId)
                .query((row, n) -> {
                    long records = row.getLong("records");
                    long elsewhere = row.getLong("unstaged")
                            + row.getLong("rejected")
                            + row.getLong("duplicates")
                            + row.getLong("in_flight")
                            + row.getLong("polling")
                            + row.getLong("in_doubt")
                            + row.getLong("created")
                            + row.getLong("existed")
                            + row.getLong("failed")
                            + row.getLong("undecided");
                    return new Progress(
                            records,
                            row.getLong("unstaged"),
                            row.getLong("rejected"),
                            row.getLong("duplicates"),
                            records - elsewhere,
                            row.getLong("in_flight"),
                            row.getLong("polling"),
                            row.getLong("grid_done"),
                            row.getLong("in_doubt"),
                            row.getLong("created"),
                            row.getLong("existed"),
                            row.getLong("failed"),
                            row.getLong("undecided"),
                            row.getLong("errors") + row.getLong("duplicates"),
                            row.getLong("warnings"));
                })
                .single();
    }

    /** The rows after this record, in order, a page at a time; empty behind the last one. Only a staged import has them. */
    public List<RowResult> rowsAfter(long importId, long recordNo, SubmissionRanges ranges) {
        return sql.sql("""
                        select r.record_no, r.state as staged_as, r.pending_account, o.state, o.grid_customer_id, o.code, o.message
                          from import_row r
                          left join outcome o on o.import_id = r.import_id and o.record_no = r.record_no
                         where r.import_id = ? and r.record_no > ? order by r.record_no limit ?
                        """)
                .params(importId, recordNo, PAGE)
                .query((row, n) -> {
                    long no = row.getLong("record_no");
                    String end = row.getString("state");
                    RowState staged = RowState.valueOf(row.getString("staged_as"));
                    RowState state = end != null
                            ? RowState.valueOf(end)
                            : staged == RowState.STAGED ? ranges.stateOf(no) : staged;
                    return new RowResult(
                            no,
                            state,
                            row.getString("pending_account"),
                            row.getString("grid_customer_id"),
                            row.getString("code"),
                            row.getString("message"));
                })
                .list();
    }

    /** Where the submissions of an import stand, to tell the state of rows that have no outcome yet. */
    public SubmissionRanges ranges(long importId) {
        TreeMap<Long, Submission> byFirst = new TreeMap<>();
        sql.sql("select * from submission where import_id = ? order by no")
                .param(importId)
                .query(Submissions::read)
                .list()
                .forEach(submission -> byFirst.put(submission.firstRecord(), submission));
        return new SubmissionRanges(byFirst);
    }

    /** Submissions by their first record; of two that carry a row the narrower, later one decides. */
    public record SubmissionRanges(TreeMap<Long, Submission> byFirst) {
        RowState stateOf(long recordNo) {
            for (Submission candidate :
                    byFirst.headMap(recordNo, true).descendingMap().values()) {
                if (candidate.lastRecord() >= recordNo) {
                    return candidate.state() == SubmissionState.SETTLED
                            ? RowState.DISCOVER
                            : candidate.state().rowState();
                }
            }
            return RowState.STAGED;
        }
    }

    /** Problems of the rows in this range of records, in record order; record 0 is the file. */
    public List<Problem> problems(long importId, long firstRecord, long lastRecord) {
        return sql.sql("""
                        select record_no, line, customer_id, column_name, severity, code, message, hint, value
                          from problem where import_id = ? and record_no between ? and ?
                         order by record_no, severity, column_name
                        """)
                .params(importId, firstRecord, lastRecord)
                .query((row, n) -> new Problem(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Severity.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)))
                .list();
    }

    /**
     * Problems counted by code and column, the most frequent first, each with one of its messages; Grid's refusals among them.
     *
     * @param limit groups at most
     */
    public List<ProblemGroup> problemGroups(long importId, int limit) {
        return sql.sql("""
                        select severity, code, column_name, min(message), min(hint), count(*) as times,
                               min(record_no) as first_row
                          from (select severity, code, column_name, message, hint, record_no
                                  from problem where import_id = :id
                                union all
                                select 'ERROR', coalesce(code, 'GRID'), null, coalesce(message, ''),
                                       'correct what Grid names in the failed file, then import that file', record_no
                                  from outcome where import_id = :id and state in ('FAILED', 'NEEDS_OPERATOR')) told
                         group by severity, code, column_name order by severity, times desc, code limit :limit
                        """)
                .param("id", importId)
                .param("limit", limit)
                .query((row, n) -> new ProblemGroup(
                        Severity.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }

    /**
     * Problems of one kind.
     *
     * @param firstRow the first record that has it
     */
    public record ProblemGroup(
            Severity severity,
            String code,
            @Nullable String column,
            String message,
            String hint,
            long times,
            long firstRow) {}

    /** How many customers were created whose account the bulk CSV could not carry, by account type. */
    public Map<String, Long> accountsNotCreated(long importId) {
        Map<String, Long> byType = new TreeMap<>();
        sql.sql("""
                        select r.pending_account, count(*) as times from import_row r
                          join outcome o on o.import_id = r.import_id and o.record_no = r.record_no
                         where r.import_id = ? and r.pending_account is not null and o.state in ('CREATED', 'ALREADY_EXISTED')
                         group by 1
                        """)
                .param(importId)
                .query((row, n) -> byType.put(row.getString(1), row.getLong(2)))
                .list();
        return byType;
    }
}
