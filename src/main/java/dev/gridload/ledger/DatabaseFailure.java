package dev.gridload.ledger;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A failure of the database in words for people. */
public final class DatabaseFailure {

    /** SQLSTATE disk_full. */
    private static final String DISK_FULL = "53100";

    private DatabaseFailure() {}

    /**
     * What happened and what to do next, without anything of the server's own text, which may quote a row; null where the failure
     * is not one of the database.
     */
    public static @Nullable String explain(Throwable failure) {
        Throwable ofDatabase = failure;
        while (!(ofDatabase instanceof DataAccessException) && !(ofDatabase instanceof TransactionException)) {
            ofDatabase = ofDatabase.getCause();
            if (ofDatabase == null) {
                return null;
            }
        }
        String state = state(ofDatabase);
        return DISK_FULL.equals(state)
                ? "the disk of the database is full. Nothing is lost: make room, then run the same command again."
                : "the database failed (" + ofDatabase.getClass().getSimpleName()
                        + (state == null ? "" : ", state " + state)
                        + "). Nothing is lost: run the same command again when it is back. Why a database of gridload's own "
                        + "ended, postgres/server.log in GRIDLOAD_HOME says.";
    }

    private static @Nullable String state(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
