package dev.gridload.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as everybody uses it. It tells a pool whose connections are all in use, which is waited for, from a database that is
 * gone: an import that ends because of that asks a dozen times on its way out and must not wait each time.
 */
final class Connections extends DelegatingDataSource {

    /** After this the database itself is asked. */
    static final long PATIENCE_MILLIS = 2_000;

    private static final int TRIES = 5;

    private final HikariDataSource pool;
    private volatile boolean gone;

    Connections(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            if (gone) {
                requireThere();
            }
            try {
                Connection connection = pool.getConnection();
                gone = false;
                return connection;
            } catch (SQLTransientConnectionException e) {
                gone = true;
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Fails at once where nobody listens. */
    private void requireThere() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        properties.setProperty("loginTimeout", "2");
        DriverManager.getConnection(pool.getJdbcUrl(), properties).close();
    }
}
