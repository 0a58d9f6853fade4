package dev.gridload.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Sends rows by COPY on the connection of the transaction in progress. */
final class CopyIn {

    private final DataSource dataSource;

    CopyIn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Sends them, and returns how many PostgreSQL took. */
    long in(String statement, CopyText rows) {
        if (rows.length() == 0) {
            return 0;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            var writer = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                writer.writeToCopy(rows.array(), 0, rows.length());
                return writer.endCopy();
            } finally {
                if (writer.isActive()) {
                    writer.cancelCopy();
                }
            }
        } catch (SQLException e) {
            var known = new SQLStateSQLExceptionTranslator().translate("COPY", statement, e);
            throw known != null ? known : new IllegalStateException("COPY failed: SQLSTATE " + e.getSQLState(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
