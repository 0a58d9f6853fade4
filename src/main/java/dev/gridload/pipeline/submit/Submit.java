package dev.gridload.pipeline.submit;

import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Imports;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the planned submissions of an import, one after the other: intent committed, call made, outcome committed. What Grid
 * may have done without our knowing is left in doubt, never sent again from here.
 */
public final class Submit implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Submit.class);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** Ended jobs that wait to be read back; behind this many, sending waits for reading. */
    private static final int BACKLOG = 60;

    private final Lease lease;
    private final Imports imports;
    private final Submissions submissions;
    private final GridApi grid;
    private final Sleeper sleeper;
    private final String csvHeader;
    private final int jobsAtOnce;
    private final BooleanSupplier tooManyFailures;

    public Submit(
            Lease lease,
            Imports imports,
            Submissions submissions,
            GridApi grid,
            Sleeper sleeper,
            String csvHeader,
            int jobsAtOnce,
            BooleanSupplier tooManyFailures) {
        this.lease = lease;
        this.imports = imports;
        this.submissions = submissions;
        this.grid = grid;
        this.sleeper = sleeper;
        this.csvHeader = csvHeader;
        this.jobsAtOnce = jobsAtOnce;
        this.tooManyFailures = tooManyFailures;
    }

    /** Returns when nothing is left to send and nothing under way that could come back, or when the import is to stop. */
    @Override
    public void run() {
        while (goesOn()) {
            sendPlanned();
            if (nothingUnderWay()) {
                return;
            }
            // What is in doubt may turn out to be missing, and is planned again then.
            sleeper.pause(TICK);
        }
    }

    /** Sends what is planned now, as far as Grid's jobs leave room. */
    void sendPlanned() {
        while (goesOn()) {
            Optional<Submission> next = submissions.nextPlanned(lease.importId());
            if (next.isEmpty()) {
                return;
            }
            if (!roomForAnother()) {
                sleeper.pause(TICK);
            } else if (tooManyFailures.getAsBoolean()) {
                // Asked after the job before has made room: only then its failures count.
                imports.pause(
                        lease,
                        "TOO_MANY_FAILURES",
                        "more rows were rejected or failed than --max-failures allows; what was sent before is settled");
            } else {
                send(next.get());
            }
        }
    }

    private boolean goesOn() {
        return !lease.stopRequested() && !imports.paused(lease.importId());
    }

    private boolean nothingUnderWay() {
        return submissions.count(
                        lease.importId(),
                        SubmissionState.PLANNED,
                        SubmissionState.IN_FLIGHT,
                        SubmissionState.POLLING,
                        SubmissionState.JOB_ENDED,
                        SubmissionState.DISCOVER)
                == 0;
    }

    private boolean roomForAnother() {
        long id = lease.importId();
        return submissions.count(id, SubmissionState.IN_FLIGHT, SubmissionState.POLLING) < jobsAtOnce
                && submissions.count(id, SubmissionState.JOB_ENDED) < BACKLOG;
    }

    private void send(Submission planned) {
        Submission inFlight = submissions.intend(lease, planned, grid.now());
        lease.requireOurs();
        settle(inFlight, call(inFlight));
    }

    /** Waits as long as Grid asked, in steps that notice a stop; a very long wait is the operator's to know of. */
    private void waitFor(Duration delay) {
        if (delay.compareTo(LONGEST_WAIT) > 0) {
            imports.pause(
                    lease,
                    "RATE_LIMITED",
                    "Grid asks for no request within the next " + delay.toMinutes()
                            + " minutes; resume the import then");
            return;
        }
        for (Duration left = delay;
                left.compareTo(Duration.ZERO) > 0 && !lease.stopRequested();
                left = left.minus(STEP)) {
            sleeper.pause(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    private SubmitAnswer call(Submission submission) {
        return switch (submission.route()) {
            case BULK -> grid.upload(csvHeader, submissions.lines(submission), submission.bytes());
            case DIRECT -> grid.create(csvHeader, submissions.line(submission));
        };
    }

    private void settle(Submission part, SubmitAnswer answer) {
        if (answer instanceof SubmitAnswer.Created) {
            submissions.created(lease, part);
        } else if (answer instanceof SubmitAnswer.Exists exists) {
            submissions.inDoubt(lease, part, exists.message());
        } else if (answer instanceof SubmitAnswer.Accepted accepted) {
            submissions.accepted(lease, part, accepted.jobId());
            log.info(
                    "import {}: part {} with {} rows accepted as {}",
                    part.importId(),
                    part.no(),
                    part.rows(),
                    accepted.jobId());
        } else if (answer instanceof SubmitAnswer.Refused refused) {
            List<Outcome> failed = submissions.rows(part).stream()
                    .map(row -> new Outcome(row.recordNo(), RowState.FAILED, null, refused.code(), refused.message()))
                    .toList();
            submissions.settle(lease, part, failed);
        } else if (answer instanceof SubmitAnswer.Later later) {
            submissions.notProcessed(
                    lease, part, "Grid asked to wait " + later.delay().toSeconds() + " s");
            waitFor(later.delay());
        } else if (answer instanceof SubmitAnswer.Unauthorized no) {
            submissions.notProcessed(lease, part, no.message());
            imports.pause(
                    lease,
                    "UNAUTHORIZED",
                    "Grid refused the credentials (" + no.message() + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET");
        } else if (answer instanceof SubmitAnswer.Blocked blocked) {
            submissions.notProcessed(lease, part, blocked.message());
            imports.pause(lease, "BLOCKED", "Grid did not take the upload (" + blocked.message() + ")");
        } else if (answer instanceof SubmitAnswer.NotSent notSent) {
            submissions.notProcessed(lease, part, notSent.message());
            imports.pause(lease, "UNREACHABLE", notSent.message());
        } else if (answer instanceof SubmitAnswer.Unknown unknown) {
            submissions.inDoubt(lease, part, unknown.message());
            log.warn("import {}: outcome of part {} unknown: {}", part.importId(), part.no(), unknown.message());
        }
    }
}
