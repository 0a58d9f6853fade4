package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * There is no database to work with. The message is for the person at the terminal: what happened, where, and what to do
 * next; it never holds contents of rows.
 */
public final class DatabaseUnavailable extends RuntimeException {

    static final String ELSEWHERE =
            "set GRIDLOAD_HOME to another folder, or name a PostgreSQL with GRIDLOAD_DATABASE_URL";

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String what, Path where, String next) {
        this(what, where, next, null);
    }

    DatabaseUnavailable(String what, Path where, String next, @Nullable Throwable cause) {
        super(what + " (" + where + "). " + next, cause);
    }

    static DatabaseUnavailable cannotUse(Path folder, IOException cause) {
        return new DatabaseUnavailable(
                "The folder for PostgreSQL cannot be used: " + reason(cause),
                folder,
                "Make sure that you may write there and that 500 MB are free, or " + ELSEWHERE + ".",
                cause);
    }

    /** A server of the operator's own that does not serve. */
    public static DatabaseUnavailable notUsable(String url, Throwable cause) {
        return new DatabaseUnavailable(
                "The database cannot be used: " + said(cause),
                url,
                "Check GRIDLOAD_DATABASE_URL, GRIDLOAD_DATABASE_USER and GRIDLOAD_DATABASE_PASSWORD.",
                cause);
    }

    /** Our own server, which ran a moment ago. */
    public static DatabaseUnavailable endedEarly(String url, Throwable cause) {
        return new DatabaseUnavailable(
                "PostgreSQL was started and cannot be used: " + said(cause),
                url,
                "Run the same command again; should that not help, see postgres/server.log in GRIDLOAD_HOME.",
                cause);
    }

    private DatabaseUnavailable(String what, String where, String next, Throwable cause) {
        super(what + " (" + where + "). " + next, cause);
    }

    private static String said(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root.getMessage();
        return said == null
                ? root.getClass().getSimpleName()
                : said.lines().findFirst().orElse("");
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        if (failure instanceof FileSystemException inFile && inFile.getReason() != null) {
            return inFile.getReason();
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
