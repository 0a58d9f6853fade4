package dev.gridload.ledger;

import java.time.Instant;
import java.util.regex.Pattern;
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

    /** The file name of an import that was read from standard input. */
    public static final String STANDARD_INPUT = "stdin";

    /** Names that a shell takes as they are. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_./-]*");

    /** Whether its Grid ended with the process that ran it, so that it cannot be continued. */
    public boolean isOfLocalGrid() {
        return grid.equals(LOCAL_GRID);
    }

    /** The command that imports its file anew, as it can be copied into a shell: standard input is a hyphen there. */
    public String commandAnew() {
        // What begins with a hyphen would be taken for an option.
        String file = fileName.startsWith("-") ? "./" + fileName : fileName;
        if (file.equals(STANDARD_INPUT)) {
            file = "-";
        } else if (!PLAIN.matcher(file).matches()) {
            file = "'" + file.replace("'", "'\\''") + "'";
        }
        return "gridload import " + file + (isOfLocalGrid() ? " --sandbox" : "");
    }

    /** Whether it can still become finished. */
    public boolean isUnfinished() {
        return switch (state) {
            case STAGING, DELIVERING -> true;
            case FINISHED, ABANDONED, UNDOING, UNDONE -> false;
        };
    }
}
