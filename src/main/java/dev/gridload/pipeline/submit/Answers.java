package dev.gridload.pipeline.submit;

import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.Submissions;
import dev.gridload.pipeline.Obstacles;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits what an answer of Grid says of a submission. Used by several threads. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final Lease lease;
    private final Submissions submissions;
    private final Obstacles obstacles;

    Answers(Lease lease, Submissions submissions, Obstacles obstacles) {
        this.lease = lease;
        this.submissions = submissions;
        this.obstacles = obstacles;
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
        } else if (answer instanceof SubmitAnswer.NotDone notDone) {
            submissions.notProcessed(lease, part, notDone.why());
            obstacles.meet(notDone, "upload");
        } else if (answer instanceof SubmitAnswer.Unknown unknown) {
            submissions.inDoubt(lease, part, unknown.message());
            log.warn("import {}: outcome of part {} unknown: {}", part.importId(), part.no(), unknown.message());
        }
    }
}
