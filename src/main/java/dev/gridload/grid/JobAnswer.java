package dev.gridload.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a bulk job stands. Both documented shapes are read into this one.
 *
 * @param status as Grid gave it, known or not
 * @param total customers in the job; -1 where Grid did not say, as with the other counts
 */
public record JobAnswer(
        State state, String status, long total, long processed, long successful, long failed, List<RowError> errors) {

    /** What the status means for us. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED,
        /** A status that no document names: asked again until the deadline. */
        UNKNOWN,
        /** Grid does not know the job (404). */
        NOT_FOUND
    }

    /**
     * What the job says of one row.
     *
     * @param correlation a platformCustomerId or a row number; null where Grid gave none
     */
    public record RowError(@Nullable String correlation, String code, String message) {}
}
