package dev.gridload.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The calls to Grid: planned, intended, answered, settled. Every move names the state and the epoch that it starts from. */
public final class Submissions {

    private static final SubmissionState[] UNSETTLED =
            EnumSet.complementOf(EnumSet.of(SubmissionState.SETTLED)).toArray(SubmissionState[]::new);

    private static final int PAGE = 1_000;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Copy copy;
    private final Accounts accounts;
    private final Updates updates;
    private final Moves moves;

    Submissions(
            JdbcClient sql,
            TransactionTemplate transaction,
            Copy copy,
            Accounts accounts,
            Updates updates,
            Moves moves) {
        this.sql = sql;
        this.transaction = transaction;
        this.copy = copy;
        this.accounts = accounts;
        this.updates = updates;
        this.moves = moves;
    }

    /** Those in this state, which is not the last one. */
    public List<Submission> inState(long importId, SubmissionState state) {
        // Named, so that a plan for any state may use the index of those that are not settled.
        return sql.sql("""
                        select * from submission where import_id = ? and state = ? and state <> 'SETTLED' order by no
                        """)
                .params(importId, state.name())
                .query(Submissions::read)
                .list();
    }

    /** The next upload. */
    public Optional<Submission> nextPlanned(long importId) {
        return sql.sql("""
                        select * from submission where import_id = ? and state = 'PLANNED' and route = 'BULK' order by no limit 1
                        """).param(importId).query(Submissions::read).optional();
    }

    /** Planned calls that create one customer each, after this submission. */
    public List<Single> plannedSingly(long importId, int afterNo, int limit) {
        // Limited before it is joined: a planner that knows nothing of the table yet would join all that are planned,
        // for each page.
        return sql.sql("""
                        select s.*, r.direct, r.text
                          from (select * from submission
                                 where import_id = ? and state = 'PLANNED' and route = 'DIRECT' and no > ?
                                 order by no limit ?) s
                          join import_row r on r.import_id = s.import_id and r.record_no = s.first_record
                         order by s.no
                        """)
                .params(importId, afterNo, limit)
                .query((row, n) -> new Single(read(row, n), new Text(row.getBoolean("direct"), row.getString("text"))))
                .list();
    }

    /** A call that creates one customer, and what it says. */
    public record Single(Submission submission, Text text) {}

    /** How many are in these states, none of which is the last one; a thousand stands for more. */
    public int count(long importId, SubmissionState... states) {
        List<String> names = new ArrayList<>();
        for (SubmissionState state : states) {
            names.add(state.name());
        }
        return few(importId, "true", names);
    }

    /** Whether no submission is open any more: nothing will follow from any. */
    public boolean allSettled(long importId) {
        // Counted in one statement: between two, a part could go from one count to the other and be in neither.
        return count(importId, UNSETTLED) == 0;
    }

    /** Grid's jobs that run, and uploads that will be one; a thousand stands for more. */
    public int jobs(long importId) {
        return few(importId, "(state = 'POLLING' or route = 'BULK')", List.of("POLLING", "IN_FLIGHT"));
    }

    /** Uploads whose jobs have ended and wait to be read back; a thousand stands for more. */
    public int endedUploads(long importId) {
        return few(importId, "route = 'BULK'", List.of("JOB_ENDED"));
    }

    /** Asked many times a second, of imports that have a submission for each row. */
    private int few(long importId, String condition, List<String> states) {
        return sql.sql("""
                        select count(*) from (select from submission
                                               where import_id = :id and state <> 'SETTLED' and state in (:states) and %s
                                               limit 1000) few
                        """.formatted(condition))
                .param("id", importId)
                .param("states", states)
                .query(Integer.class)
                .single();
    }

    /** Rows that were sent and failed: those that were read back, and those that an ended job reports. */
    public long failures(long importId) {
        // One statement: between two, a job could go from one count to the other and be in neither.
        return sql.sql("""
                        select coalesce(sum(failed + undecided), 0)
                               + coalesce(sum(job_failed) filter (where state = 'JOB_ENDED'), 0)
                          from submission where import_id = ?
                        """).param(importId).query(Long.class).single();
    }

    /** Commits the intent to send, before the first byte leaves. */
    public Submission intend(Lease lease, Submission planned, Instant createdFloor) {
        move(lease, planned, SubmissionState.IN_FLIGHT, """
                , attempt = attempt + 1, sent_at = now(), note = null, created_floor = coalesce(created_floor, ?)
                """, SqlTime.of(createdFloor));
        return planned.intended(lease.epoch(), createdFloor);
    }

    /** Grid has taken the part and gave the job's id. */
    public void accepted(Lease lease, Submission inFlight, String jobId) {
        move(lease, inFlight, SubmissionState.POLLING, ", job_id = ?", jobId);
    }

    /** It is certain that Grid did nothing; the part waits to be sent again. */
    public void notProcessed(Lease lease, Submission inFlight, String why) {
        move(lease, inFlight, SubmissionState.PLANNED, ", note = ?", why);
    }

    /** Nobody knows what Grid did; it is asked before anything is sent again. */
    public void inDoubt(Lease lease, Submission submission, String why) {
        move(lease, submission, SubmissionState.DISCOVER, ", note = ?, ended_at = coalesce(ended_at, now())", why);
    }

    /** What an owner that is no more had sent or was about to send: nobody knows whether it arrived. */
    public int doubtWhatADeadOwnerSent(Lease lease) {
        return transaction.execute(status -> {
            lease.fence();
            return sql.sql("""
                            update submission set state = 'DISCOVER', epoch = ?, ended_at = now(),
                                   note = 'the process that sent it ended before it knew the answer'
                             where import_id = ? and state = 'IN_FLIGHT'
                            """).params(lease.epoch(), lease.importId()).update();
        });
    }

    /** Grid certainly does not have the row of this single submission; it is to be sent once more. */
    public void sendAgain(Lease lease, Submission single, String why) {
        move(lease, single, SubmissionState.PLANNED, ", note = ?, ended_at = null", why);
    }

    /** Grid has created the row of this single submission, as it says; the list is still to say so too. */
    public void created(Lease lease, Submission inFlight) {
        move(
                lease,
                inFlight,
                SubmissionState.JOB_ENDED,
                ", job_status = 'COMPLETED', job_successful = 1, job_failed = 0, ended_at = now()");
    }

    /**
     * Ends a part of which some rows are certainly not in Grid: those are planned again, each by itself.
     *
     * @param outcomes of the other rows
     */
    public void settleAndSendSingly(Lease lease, Submission part, List<Outcome> outcomes, List<CarriedRow> missing) {
        transaction.executeWithoutResult(status -> {
            settle(lease, part, outcomes);
            int last = sql.sql("select max(no) from submission where import_id = ?")
                    .param(part.importId())
                    .query(Integer.class)
                    .single();
            PlannedSubmissions planned = new PlannedSubmissions(part.importId(), missing.size());
            for (CarriedRow row : missing) {
                last++;
                // The first sending decides what is older: whatever came after it may be its work.
                planned.add(last, Submission.Route.DIRECT, row.recordNo(), row.recordNo(), 1, 0, part.createdFloor());
            }
            planned.copy(copy);
        });
    }

    public void progress(Lease lease, Submission polling, long total, long done) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            sql.sql("""
                            update submission set job_total = ?, job_done = ?
                             where import_id = ? and no = ? and state = 'POLLING'
                            """).params(total, done, polling.importId(), polling.no()).update();
        });
    }

    /** Grid's job is over. Its errors are kept as Grid gave them. */
    public void jobEnded(
            Lease lease, Submission polling, String jobStatus, long successful, long failed, List<JobError> errors) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            moves.make(List.of(moved(
                    lease,
                    polling,
                    SubmissionState.JOB_ENDED,
                    ", job_status = ?, job_successful = ?, job_failed = ?, job_done = job_total, ended_at = now()",
                    jobStatus,
                    successful,
                    failed)));
            CopyText text = new CopyText(errors.size() * 128);
            for (JobError error : errors) {
                text.field(polling.importId())
                        .field(polling.no())
                        .field(error.correlation())
                        .field(error.code())
                        .field(error.message())
                        .endRow();
            }
            copy.in("copy job_error (import_id, submission_no, correlation, code, message) from stdin", text);
        });
    }

    public List<JobError> errors(Submission submission) {
        return sql.sql("select correlation, code, message from job_error where import_id = ? and submission_no = ?")
                .params(submission.importId(), submission.no())
                .query((row, n) -> new JobError(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Every row of the submission has come to its end; where it is in Grid now, the turn of its account has come. */
    public void settle(Lease lease, Submission submission, List<Outcome> outcomes) {
        settle(lease, List.of(new Settled(submission, outcomes)));
    }

    /** What became of the rows of a submission. */
    public record Settled(Submission submission, List<Outcome> outcomes) {}

    /** The same of several submissions at a time, all of them or none. */
    public void settle(Lease lease, List<Settled> ended) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            moves.make(ended.stream().map(one -> moved(lease, one)).toList());
            writeOutcomes(ended);
            long[] records = ended.stream()
                    .flatMap(one -> one.outcomes().stream())
                    .mapToLong(Outcome::recordNo)
                    .toArray();
            accounts.customersSettled(lease, records);
            updates.customersSettled(lease, records);
        });
    }

    private static Moves.Move moved(Lease lease, Settled ended) {
        return moved(
                lease,
                ended.submission(),
                SubmissionState.SETTLED,
                ", settled_at = now(), created = ?, existed = ?, failed = ?, undecided = ?",
                count(ended.outcomes(), RowState.CREATED),
                count(ended.outcomes(), RowState.ALREADY_EXISTED),
                count(ended.outcomes(), RowState.FAILED),
                count(ended.outcomes(), RowState.NEEDS_OPERATOR));
    }

    private void writeOutcomes(List<Settled> ended) {
        CopyText text = new CopyText(ended.size() * 96);
        for (Settled one : ended) {
            for (Outcome outcome : one.outcomes()) {
                text.field(one.submission().importId())
                        .field(outcome.recordNo())
                        .field(outcome.state().name())
                        .field(one.submission().no())
                        .field(outcome.gridCustomerId())
                        .field(outcome.code())
                        .field(outcome.column())
                        .field(outcome.message())
                        .endRow();
            }
        }
        copy.in("""
                copy outcome (import_id, record_no, state, submission_no, grid_customer_id, code, column_name, message) \
                from stdin""", text);
    }

    /** The CSV lines of a submission, in record order, read a page at a time so that nothing large is held. */
    public SubmissionLines lines(Submission submission) {
        return new SubmissionLines((record, row) -> copy.out(
                """
                        copy (select record_no, text from import_row
                               where import_id = %d and record_no > %d and record_no <= %d and state = 'STAGED' and not direct
                               order by record_no limit %d) to stdout""".formatted(
                                submission.importId(),
                                Math.max(record, submission.firstRecord() - 1),
                                submission.lastRecord(),
                                PAGE),
                row));
    }

    /** What a submission sends of one of its rows. */
    public Text text(Submission submission, long recordNo) {
        return sql.sql("select direct, text from import_row where import_id = ? and record_no = ? and state = 'STAGED'")
                .params(submission.importId(), recordNo)
                .query((row, n) -> new Text(row.getBoolean(1), row.getString(2)))
                .single();
    }

    /**
     * What is sent of a row.
     *
     * @param direct whether it is the body of a call; otherwise it is a CSV line
     */
    public record Text(boolean direct, String text) {}

    /** Record number and platformCustomerId of every row that the submission carries, in record order. */
    public List<CarriedRow> rows(Submission submission) {
        return sql.sql("""
                        select record_no, customer_id from import_row
                         where import_id = ? and record_no between ? and ? and state = 'STAGED' and (? or not direct)
                         order by record_no
                        """)
                .params(
                        submission.importId(),
                        submission.firstRecord(),
                        submission.lastRecord(),
                        submission.route() == Submission.Route.DIRECT)
                .query((row, n) -> new CarriedRow(row.getLong(1), row.getString(2)))
                .list();
    }

    /** The rows of those submissions that carry one, by the number of the submission. */
    public Map<Integer, CarriedRow> singleRows(long importId, List<Submission> submissions) {
        List<Long> records = submissions.stream()
                .filter(one -> one.route() == Submission.Route.DIRECT)
                .map(Submission::firstRecord)
                .toList();
        Map<Long, CarriedRow> rows = new HashMap<>();
        sql.sql(
                        "select record_no, customer_id from import_row where import_id = ? and record_no = any(cast(? as bigint[]))")
                .params(importId, records.toString().replace('[', '{').replace(']', '}'))
                .query((row, n) -> rows.put(row.getLong(1), new CarriedRow(row.getLong(1), row.getString(2))))
                .list();
        Map<Integer, CarriedRow> bySubmission = new HashMap<>();
        for (Submission one : submissions) {
            CarriedRow row = rows.get(one.firstRecord());
            if (row != null) {
                bySubmission.put(one.no(), row);
            }
        }
        return bySubmission;
    }

    /** A row on its way. */
    public record CarriedRow(long recordNo, String customerId) {}

    public Submission get(Submission submission) {
        return sql.sql("select * from submission where import_id = ? and no = ?")
                .params(submission.importId(), submission.no())
                .query(Submissions::read)
                .single();
    }

    /** Commits a move by itself, or together with those of other threads. */
    private void move(Lease lease, Submission from, SubmissionState to, String assignments, Object... values) {
        moves.commit(lease, moved(lease, from, to, assignments, values));
    }

    private static Moves.Move moved(
            Lease lease, Submission from, SubmissionState to, String assignments, Object... values) {
        Line<SubmissionState> line = new Line<>(
                "submission",
                List.of("import_id", "no"),
                List.of(from.importId(), from.no()),
                "submission " + from.no() + " of import " + from.importId(),
                from.state(),
                from.epoch());
        return line.to(lease, to, assignments, values);
    }

    private static int count(List<Outcome> outcomes, RowState state) {
        return (int) outcomes.stream().filter(o -> o.state() == state).count();
    }

    static Submission read(ResultSet row, int number) throws SQLException {
        return new Submission(
                row.getLong("import_id"),
                row.getInt("no"),
                Submission.Route.valueOf(row.getString("route")),
                row.getLong("first_record"),
                row.getLong("last_record"),
                row.getInt("rows"),
                row.getLong("bytes"),
                SubmissionState.valueOf(row.getString("state")),
                row.getInt("epoch"),
                row.getInt("attempt"),
                SqlTime.instant(row, "created_floor"),
                row.getString("job_id"),
                row.getString("job_status"),
                nullableLong(row, "job_successful"),
                nullableLong(row, "job_failed"),
                SqlTime.instant(row, "sent_at"),
                SqlTime.instant(row, "ended_at"),
                row.getString("note"));
    }

    private static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
