package dev.gridload.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Sends and fetches rows by COPY on the connection of the transaction in progress. */
final class Copy {

    private final DataSource dataSource;

    Copy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sends them, and returns how many PostgreSQL took. */
    long in(String statement, CopyText rows) {
        if (rows.length() == 0) {
            return 0;
        }
        return use(statement, connection -> {
            var writer = connection.getCopyAPI().copyIn(statement);
            try {
                writer.writeToCopy(rows.array(), 0, rows.length());
                return writer.endCopy();
            } finally {
                if (writer.isActive()) {
                    writer.cancelCopy();
                }
            }
        });
    }

    /** Fetches rows, in the text format of COPY, each with its line feed. */
    void out(String statement, Consumer<byte[]> onRow) {
        use(statement, connection -> {
            var reader = connection.getCopyAPI().copyOut(statement);
            try {
                for (byte[] row = reader.readFromCopy(); row != null; row = reader.readFromCopy()) {
                    onRow.accept(row);
                }
                return reader.getHandledRowCount();
            } finally {
                if (reader.isActive()) {
                    reader.cancelCopy();
                }
            }
        });
    }

    private long use(String statement, Work work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return work.with(connection.unwrap(PGConnection.class));
        } catch (SQLException e) {
            var known = new SQLStateSQLExceptionTranslator().translate("COPY", statement, e);
            throw known != null ? known : new IllegalStateException("COPY failed: SQLSTATE " + e.getSQLState(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Answers how many rows went. */
    private interface Work {
        long with(PGConnection connection) throws SQLException;
    }
}
