package dev.gridload.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to Grid and the rows that it carries: those STAGED from the first to the last record.
 *
 * @param bytes of the rows' CSV lines with their line ends, without the header
 * @param attempt how often an intent to send it was committed
 * @param createdFloor by Grid's clock: nothing that it creates is older; null before the first intent
 * @param jobId Grid's id of the job; null until Grid has accepted it
 * @param note why it stands where it stands; null where that is plain
 */
public record Submission(
        long importId,
        int no,
        Route route,
        long firstRecord,
        long lastRecord,
        int rows,
        long bytes,
        SubmissionState state,
        int epoch,
        int attempt,
        @Nullable Instant createdFloor,
        @Nullable String jobId,
        @Nullable String jobStatus,
        @Nullable Long jobSuccessful,
        @Nullable Long jobFailed,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        @Nullable String note) {

    /** The same once its intent is committed. */
    Submission intended(int owner, Instant floor) {
        return new Submission(
                importId,
                no,
                route,
                firstRecord,
                lastRecord,
                rows,
                bytes,
                SubmissionState.IN_FLIGHT,
                owner,
                attempt + 1,
                createdFloor == null ? floor : createdFloor,
                jobId,
                jobStatus,
                jobSuccessful,
                jobFailed,
                sentAt,
                endedAt,
                null);
    }

    /** How a submission creates its customers. */
    public enum Route {
        /** One CSV upload, then a job. */
        BULK,
        /** One call a row. */
        DIRECT
    }
}
