package dev.gridload.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What one connection has done since its last commit, as far as it tells whether the next one matters. */
final class Transaction {

    private static final Pattern CHANGE = Pattern.compile(
            "(?is)(?!\\s*(set|show|reset)\\b).*\\b(insert|update|delete|create|alter|drop|truncate)\\b.*");
    private static final Pattern LOCK = Pattern.compile("(?is).*\\bfor (share|update)\\b.*");

    private final Connection connection;
    private boolean ours;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Whether a statement with this text may change something. */
    static boolean changes(String text) {
        return CHANGE.matcher(text).matches();
    }

    static boolean isOfBatch(String text) {
        return text.toLowerCase(Locale.ROOT).contains("batch_");
    }

    /** Whether each statement is a transaction by itself. */
    boolean isNone() throws SQLException {
        return connection.getAutoCommit();
    }

    void holds(String text) {
        ours |= (changes(text) || LOCK.matcher(text).matches()) && !isOfBatch(text);
    }

    void ended() {
        ours = false;
    }

    /** Asks PostgreSQL: it numbers a transaction when that changes or locks its first row. */
    boolean changes() throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Whether it changed tables of Spring Batch and no others. */
    boolean ofBatch() {
        return !ours;
    }
}
