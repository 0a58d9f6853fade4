package dev.gridload.pipeline.reconcile;

import dev.gridload.grid.CustomerData;
import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions.CarriedRow;
import dev.gridload.testing.ScriptedGrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Parts as they stand when they are to be reconciled. */
final class Sent {

    private Sent() {}

    /** An ended job: what it counts as successful and failed, what it says of rows, and whom it carried. */
    static SentRows job(long successful, long failed, List<JobError> errors, String... ids) {
        return part(SubmissionState.JOB_ENDED, successful, failed, errors, ids);
    }

    /** A part of whose upload nothing is known. */
    static SentRows inDoubt(String... ids) {
        return part(SubmissionState.DISCOVER, null, null, List.of(), ids);
    }

    private static SentRows part(
            SubmissionState state, Long successful, Long failed, List<JobError> errors, String... ids) {
        List<CarriedRow> rows = new ArrayList<>();
        for (String id : ids) {
            // Row 11 of the input is the first of this part.
            rows.add(new CarriedRow(11 + rows.size(), id));
        }
        Submission submission = new Submission(
                1,
                1,
                Submission.Route.BULK,
                11,
                10 + ids.length,
                ids.length,
                100,
                state,
                1,
                1,
                ScriptedGrid.NOW,
                "job-1",
                "COMPLETED",
                successful,
                failed,
                ScriptedGrid.NOW,
                ScriptedGrid.NOW.plusSeconds(5),
                state == SubmissionState.DISCOVER ? "Grid answered 503" : null);
        return new SentRows(submission, rows, errors);
    }

    static JobError error(String correlation) {
        return new JobError(correlation, "INVALID_INPUT", "about " + correlation);
    }

    /** A customer that was created while the part was under way. */
    static GridCustomer fresh(String id) {
        return new GridCustomer("Customer:" + id, id, ScriptedGrid.NOW.plusSeconds(2), CustomerData.NONE);
    }

    static GridCustomer old(String id) {
        return new GridCustomer("Customer:" + id, id, ScriptedGrid.NOW.minus(Duration.ofDays(1)), CustomerData.NONE);
    }
}
