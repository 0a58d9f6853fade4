package dev.gridload.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import as the ledger knows it.
 *
 * @param grid the Grid it goes to: base URL and client, no secret
 * @param header JSON array of the column names as they stand in the file
 * @param settings JSON of how to run it, no secret
 * @param spool path of the copy that is parsed
 * @param pauseCode why it does not go on by itself; null while nothing is in its way
 * @param continues the import whose failed rows these are; null for a first one
 * @param output folder of the result files
 */
public record ImportRecord(
        long id,
        String name,
        String fileName,
        String fileSha256,
        long fileBytes,
        String fingerprint,
        String grid,
        String dialect,
        String header,
        String settings,
        long records,
        String spool,
        ImportState state,
        @Nullable String pauseCode,
        @Nullable String pauseMessage,
        long duplicates,
        @Nullable Long continues,
        String output,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** What stands for the Grid of an import that was sent to a local one; that Grid ends with the process that runs it. */
    public static final String LOCAL_GRID = "local sandbox";

    /** Whether its Grid ended with the process that ran it, so that it cannot be continued. */
    public boolean isOfLocalGrid() {
        return grid.equals(LOCAL_GRID);
    }

    /** Whether it can still become finished. */
    public boolean isUnfinished() {
        return switch (state) {
            case STAGING, DELIVERING -> true;
            case FINISHED, ABANDONED, UNDOING, UNDONE -> false;
        };
    }
}
