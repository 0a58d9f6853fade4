package dev.gridload.ledger;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the rows of an import, for people and files. Changes nothing of it. */
public final class Results {

    static final String PROGRESS = """
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
                        ), updates as (
                            -- their customers exist, yet the rows are not well and at their end
                            select count(*) as not_well, count(*) filter (where state = 'SENT') as in_doubt,
                                   count(*) filter (where state = 'FAILED') as failed
                              from customer_update where import_id = :id and state in ('PLANNED', 'SENT', 'FAILED')
                        ), accounts as (
                            select count(*) filter (where own and customer_state = 'CREATED') as not_created,
                                   count(*) filter (where own and customer_state = 'ALREADY_EXISTED') as not_existed,
                                   count(*) filter (where state = 'IN_FLIGHT') as in_flight,
                                   count(*) filter (where state = 'DISCOVER') as in_doubt,
                                   count(*) filter (where state = 'CREATED') as created,
                                   count(*) filter (where state = 'ALREADY_EXISTED') as existed,
                                   count(*) filter (where state in ('FAILED', 'LEFT_OUT')) as failed,
                                   count(*) filter (where state = 'NEEDS_OPERATOR') as undecided
                              from (select state, customer_state, customer_record is not distinct from record_no as own
                                      from account a where import_id = :id
                                       and not exists (select from customer_update u
                                                        where u.import_id = :id and u.record_no = a.record_no
                                                          and u.state in ('PLANNED', 'SENT', 'FAILED'))) a
                             -- a row that carries its customer too counts by its account only where that is not in Grid
                             where not own or (customer_state is not null and state not in ('CREATED', 'ALREADY_EXISTED'))
                        )
                        select i.records, b.*, i.duplicates, s.polling, s.grid_done,
                               s.in_flight + a.in_flight as in_flight, s.in_doubt + a.in_doubt + u.in_doubt as in_doubt,
                               s.created - a.not_created + a.created as created,
                               s.existed + coalesce(i.skipped, 0) - u.not_well - a.not_existed + a.existed as existed,
                               s.failed + a.failed + u.failed as failed, s.undecided + a.undecided as undecided
                          from import i, blocks b, sent s, updates u, accounts a where i.id = :id
                        """;

    /** Rows that {@link #rowsAfter} gives at most; fewer are the last ones. */
    public static final int PAGE = 10_000;

    private static final Logger log = LoggerFactory.getLogger(Results.class);

    private final JdbcClient sql;

    Results(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What became of one row.
     *
     * @param pendingAccount account type that nothing was done about; null where there is none
     * @param gridAccountId of an account that was created by a call of its own; null where there is none
     * @param accountStatus of that account at Grid, as it was said last
     * @param code of Grid's refusal or of the operator's question; null otherwise
     * @param column that Grid's refusal names; null where it names none
     * @param updated columns of a customer that Grid had before and that this import changed, several apart by semicolon; empty where
     *     nothing was to be changed, null where the row was not to change a customer
     */
    public record RowResult(
            long recordNo,
            RowState state,
            @Nullable String pendingAccount,
            @Nullable String gridCustomerId,
            @Nullable String gridAccountId,
            @Nullable String accountStatus,
            @Nullable String code,
            @Nullable String column,
            @Nullable String message,
            @Nullable String updated) {}

    /**
     * What is asked for a report goes over all rows: PostgreSQL must know how many of each kind there are, or it may compare each
     * with each. Where it cannot be told, the report takes longer, and no more than that.
     */
    public void measure(long importId) {
        try {
            // Skipped where PostgreSQL is at it by itself just now: waiting for that would take longer.
            sql.sql("analyze (skip_locked) outcome_%d, account, customer_update".formatted(importId))
                    .update();
        } catch (DataAccessException e) {
            log.warn(
                    "import {}: the rows cannot be counted for the report: {}",
                    importId,
                    e.getClass().getSimpleName());
        }
    }

    public Progress progress(long importId) {
        return sql.sql(PROGRESS)
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

    /**
     * The rows after this record, in order, a page at a time; empty behind the last one. Only a staged import has them, and it has
     * one of each record.
     */
    public List<RowResult> rowsAfter(long importId, long recordNo, SubmissionRanges ranges) {
        // Each table is asked for the stretch: one pass over four of them, in place of a look-up for each row.
        return sql.sql("""
                        select r.record_no, r.state as staged_as, case when a.state is null and r.account_request is null and r.state <> 'SKIPPED'
                                                                  then r.pending_account end as pending,
                               o.state, a.state as account_state, a.grid_account_id, a.status, u.state as update_state,
                               case u.state when 'UPDATED' then u.changed_columns when 'UNCHANGED' then '' end as updated,
                               coalesce(o.column_name, u.column_name, a.column_name) as column_name,
                               coalesce(o.grid_customer_id, a.grid_customer_id) as grid_customer_id,
                               coalesce(o.code, u.code, a.code) as code, coalesce(o.message, u.message, a.message) as message
                          from import_row r
                          left join outcome o on o.import_id = :id and o.record_no = r.record_no
                                             and o.record_no > :after and o.record_no <= :last
                          left join account a on a.import_id = :id and a.record_no = r.record_no
                                             and a.record_no > :after and a.record_no <= :last
                          left join customer_update u on u.import_id = :id and u.record_no = r.record_no
                                                     and u.record_no > :after and u.record_no <= :last
                         where r.import_id = :id and r.record_no > :after and r.record_no <= :last order by r.record_no
                        """)
                .param("id", importId)
                .param("after", recordNo)
                .param("last", recordNo + PAGE)
                .query((row, n) -> {
                    long no = row.getLong("record_no");
                    return new RowResult(
                            no,
                            state(row, no, ranges),
                            row.getString("pending"),
                            row.getString("grid_customer_id"),
                            row.getString("grid_account_id"),
                            row.getString("status"),
                            row.getString("code"),
                            row.getString("column_name"),
                            row.getString("message"),
                            row.getString("updated"));
                })
                .list();
    }

    /**
     * Where a row stands, from how it was staged ({@code staged_as}), its outcome ({@code state}), the change of its customer
     * ({@code update_state}) and its account ({@code account_state}): it is at its end only when all of them are.
     */
    static RowState state(ResultSet row, long recordNo, SubmissionRanges ranges) throws SQLException {
        String end = row.getString("state");
        String account = row.getString("account_state");
        String staged = row.getString("staged_as");
        if (staged.equals("ADDITIONAL")) {
            return AccountState.valueOf(account).rowState();
        }
        if (staged.equals("SKIPPED")) {
            return RowState.ALREADY_EXISTED;
        }
        if (!staged.equals(RowState.STAGED.name())) {
            return RowState.valueOf(staged);
        }
        if (end == null) {
            return ranges.stateOf(recordNo);
        }
        RowState customer = RowState.valueOf(end);
        String update = row.getString("update_state");
        if (update != null && UpdateState.valueOf(update).rowState() != RowState.ALREADY_EXISTED) {
            return UpdateState.valueOf(update).rowState();
        }
        boolean inGrid = customer == RowState.CREATED || customer == RowState.ALREADY_EXISTED;
        AccountState state = account == null ? AccountState.CREATED : AccountState.valueOf(account);
        return !inGrid || state.inGrid() ? customer : state.rowState();
    }

    /** Where the submissions of an import stand, to tell the state of rows that have no outcome yet. */
    public SubmissionRanges ranges(long importId) {
        TreeMap<Long, Submission> byFirst = new TreeMap<>();
        sql.sql("select * from submission where import_id = ? and state <> 'SETTLED' order by no")
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
     * Problems counted by code and column, the most frequent first, each with what was said of the first row; Grid's refusals among
     * them.
     *
     * @param limit groups at most
     */
    public List<ProblemGroup> problemGroups(long importId, int limit) {
        return sql.sql("""
                        select severity, code, column_name, count(*) as times,
                               min((lpad(cast(record_no as text), 19, '0') || hint || chr(31) || message) collate "C") as first
                          from (select severity, code, column_name, message, hint, record_no
                                  from problem where import_id = :id
                                union all
                                select 'ERROR', coalesce(code, 'GRID'), column_name, coalesce(message, ''),
                                       'correct what Grid names in the failed file, then import that file', record_no
                                  from account where import_id = :id and state in ('FAILED', 'NEEDS_OPERATOR')
                                union all
                                select 'ERROR', code, column_name, coalesce(message, ''),
                                       'correct what the message names in the failed file, then import that file with --mode upsert',
                                       record_no
                                  from customer_update where import_id = :id and state = 'FAILED'
                                union all
                                select 'ERROR', coalesce(code, 'GRID'), column_name, coalesce(message, ''),
                                       'correct what Grid names in the failed file, then import that file', record_no
                                  from outcome where import_id = :id and state in ('FAILED', 'NEEDS_OPERATOR')) told
                         group by severity, code, column_name order by severity, times desc, code limit :limit
                        """)
                .param("id", importId)
                .param("limit", limit)
                .query((row, n) -> {
                    // A record's number in as many digits as a bigint has at most, what to do, a separator, what is
                    // wrong.
                    String first = row.getString(5);
                    int number = 19;
                    int separator = first.indexOf('\u001f', number);
                    return new ProblemGroup(
                            Severity.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            first.substring(separator + 1),
                            first.substring(number, separator),
                            row.getLong(4),
                            Long.parseLong(first.substring(0, number)));
                })
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

    /** How many customers are in Grid whose account nothing was done about, by account type. */
    public Map<String, Long> accountsNotCreated(long importId) {
        Map<String, Long> byType = new TreeMap<>();
        sql.sql("""
                        select r.pending_account, count(*) as times from import_row r
                          join outcome o on o.import_id = r.import_id and o.record_no = r.record_no
                         where r.import_id = ? and r.state <> 'SKIPPED' and r.pending_account is not null and o.state in ('CREATED', 'ALREADY_EXISTED')
                           and not exists (select from account a where a.import_id = r.import_id and a.record_no = r.record_no)
                         group by 1
                        """)
                .param(importId)
                .query((row, n) -> byType.put(row.getString(1), row.getLong(2)))
                .list();
        return byType;
    }

    /** How many accounts were created by calls of their own, by what became of them and by their status at Grid. */
    public AccountCounts accountCounts(long importId) {
        Map<String, Long> byState = new TreeMap<>();
        Map<String, Long> byStatus = new TreeMap<>();
        sql.sql("""
                        select state, status, count(*) from account where import_id = :id group by 1, 2
                        union all
                        -- what waits for its customer has no line of its own yet
                        select 'WAITING', null, count(*) from import_row r
                         where r.import_id = :id and r.state = 'STAGED' and r.account_request is not null
                           and exists (select from submission
                                        where import_id = :id and (state <> 'SETTLED' or undecided > 0))
                           and not exists (select from account a where a.import_id = :id and a.record_no = r.record_no)
                        having count(*) > 0
                        """)
                .param("id", importId)
                .query((row, n) -> {
                    byState.merge(row.getString(1), row.getLong(3), Long::sum);
                    if (row.getString(2) != null) {
                        byStatus.merge(row.getString(2), row.getLong(3), Long::sum);
                    }
                    return n;
                })
                .list();
        return new AccountCounts(byState, byStatus);
    }
}
