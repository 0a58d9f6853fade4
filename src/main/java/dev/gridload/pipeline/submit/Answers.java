package dev.gridload.pipeline.submit;

import dev.gridload.grid.Sleeper;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Imports;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.Submissions;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits what an answer of Grid says of a submission. Used by several threads. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Lease lease;
    private final Imports imports;
    private final Submissions submissions;
    private final Sleeper sleeper;
    private volatile boolean paused;

    Answers(Lease lease, Imports imports, Submissions submissions, Sleeper sleeper) {
        this.lease = lease;
        this.imports = imports;
        this.submissions = submissions;
        this.sleeper = sleeper;
    }

    /** Whether something was met that the import cannot go on with. */
    boolean paused() {
        return paused;
    }

    void settle(Submission part, SubmitAnswer answer) {
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
                    .map(row -> new Outcome(
                            row.recordNo(),
                            RowState.FAILED,
                            null,
                            refused.code(),
                            refused.columns(),
                            refused.message()))
                    .toList();
            submissions.settle(lease, part, failed);
        } else if (answer instanceof SubmitAnswer.Later later) {
            submissions.notProcessed(
                    lease, part, "Grid asked to wait " + later.delay().toSeconds() + " s");
            waitFor(later.delay());
        } else if (answer instanceof SubmitAnswer.Withheld) {
            submissions.notProcessed(lease, part, "not sent, the import was asked to stop");
        } else if (answer instanceof SubmitAnswer.Unauthorized no) {
            submissions.notProcessed(lease, part, no.message());
            pause(
                    "UNAUTHORIZED",
                    "Grid refused the credentials (" + no.message() + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET");
        } else if (answer instanceof SubmitAnswer.Blocked blocked) {
            submissions.notProcessed(lease, part, blocked.message());
            pause("BLOCKED", "Grid did not take the upload (" + blocked.message() + ")");
        } else if (answer instanceof SubmitAnswer.NotSent notSent) {
            submissions.notProcessed(lease, part, notSent.message());
            pause("UNREACHABLE", notSent.message());
        } else if (answer instanceof SubmitAnswer.Unknown unknown) {
            submissions.inDoubt(lease, part, unknown.message());
            log.warn("import {}: outcome of part {} unknown: {}", part.importId(), part.no(), unknown.message());
        }
    }

    private void pause(String code, String message) {
        paused = true;
        imports.pause(lease, code, message);
    }

    /** Waits as long as Grid asked, in steps that notice a stop; a very long wait is the operator's to know of. */
    private void waitFor(Duration delay) {
        if (delay.compareTo(LONGEST_WAIT) > 0) {
            pause(
                    "RATE_LIMITED",
                    "Grid asks for no request within the next " + delay.toMinutes()
                            + " minutes; resume the import then");
            return;
        }
        for (Duration left = delay;
                left.compareTo(Duration.ZERO) > 0 && !paused && !lease.stopRequested();
                left = left.minus(STEP)) {
            sleeper.pause(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }
}
