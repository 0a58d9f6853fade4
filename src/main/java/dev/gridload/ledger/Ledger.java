package dev.gridload.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.gridload.ledger.postgres.DatabaseUnavailable;
import dev.gridload.ledger.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database that knows what became of every row. Open once a process, close last. */
public final class Ledger implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final String SCHEMA = "gridload";
    private static final String SESSIONS = LeaseOwner.thisProcess().sessionName();

    private final HikariDataSource pool;
    private final DataSource connections;
    private final @Nullable EmbeddedPostgres server;
    private final JdbcClient sql;
    private final JdbcTransactionManager transactions;
    private final Imports imports;
    private final Leases leases;
    private final Staging staging;
    private final Submissions submissions;
    private final Accounts accounts;
    private final Updates updates;
    private final FoundCustomers foundCustomers;
    private final Deletions deletions;
    private final GridHolds gridHolds;
    private final Results results;
    private final Retries retries;
    private final Decisions decisions;
    private final Attempts attempts;
    private final Purges purges;
    private final BatchHistory batchHistory;

    private Ledger(HikariDataSource pool, @Nullable EmbeddedPostgres server) {
        this.pool = pool;
        this.server = server;
        this.connections = new Connections(pool);
        this.transactions = new JdbcTransactionManager(connections);
        this.sql = JdbcClient.create(connections);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Copy copy = new Copy(connections);
        imports = new Imports(sql, transaction, copy);
        leases = new Leases(sql, transaction);
        Moves moves = new Moves(new JdbcTemplate(connections), transaction);
        accounts = new Accounts(sql, transaction, moves);
        staging = new Staging(sql, transaction, copy, accounts);
        updates = new Updates(sql, moves);
        deletions = new Deletions(sql, transaction, moves);
        foundCustomers = new FoundCustomers(sql, transaction, copy);
        submissions = new Submissions(sql, transaction, copy, accounts, updates, moves);
        gridHolds = new GridHolds(sql);
        results = new Results(sql);
        retries = new Retries(sql, transaction, copy, imports);
        decisions = new Decisions(sql, transaction, accounts, updates);
        attempts = new Attempts(sql, results);
        purges = new Purges(sql, transaction);
        batchHistory = new BatchHistory(sql, transaction);
    }

    /**
     * Connects to the operator's own PostgreSQL and brings the schema up to date.
     *
     * @throws DatabaseUnavailable when it cannot be reached or used
     */
    public static Ledger open(DatabaseSettings settings) {
        return connect(settings, null);
    }

    /**
     * Starts the PostgreSQL that comes with gridload, or joins the one that another gridload of this user runs.
     *
     * @param home folder that holds its data
     * @throws DatabaseUnavailable when it can neither be started nor joined
     */
    public static Ledger embedded(Path home) {
        EmbeddedPostgres server = EmbeddedPostgres.startOrJoin(home);
        try {
            return connect(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password()), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Ledger connect(DatabaseSettings settings, @Nullable EmbeddedPostgres server) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("gridload");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setSchema(SCHEMA);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Connections.PATIENCE_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", SESSIONS);
        // A process that is stopped inside a transaction would lock out everybody else for as long as it sleeps.
        config.setConnectionInitSql("set idle_in_transaction_session_timeout = '60s'");
        // A server's error detail quotes the failing row: people's data must not reach an exception (reliability, B16).
        config.addDataSourceProperty("logServerErrorDetail", "false");
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            migrate(pool);
            return new Ledger(pool, server);
        } catch (HikariPool.PoolInitializationException | FlywayException | SQLException e) {
            if (pool != null) {
                pool.close();
            }
            throw server == null
                    ? DatabaseUnavailable.notUsable(settings.toString(), e)
                    : DatabaseUnavailable.endedEarly(settings.toString(), e);
        }
    }

    /**
     * Both of Flyway's connections are made the same one: a crash between the commits of two would leave a migration that is
     * made and not noted, and the database could never be opened again.
     */
    private static void migrate(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Flyway.configure()
                    .dataSource(new SingleConnectionDataSource(connection, true))
                    .schemas(SCHEMA)
                    .locations("classpath:db/migration")
                    .javaMigrations(new BatchTables())
                    .loggers("slf4j")
                    .load()
                    .migrate();
            // It may have been left with another search path.
            pool.evictConnection(connection);
        }
    }

    public Imports imports() {
        return imports;
    }

    public Leases leases() {
        return leases;
    }

    public Staging staging() {
        return staging;
    }

    public Submissions submissions() {
        return submissions;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Updates updates() {
        return updates;
    }

    public FoundCustomers foundCustomers() {
        return foundCustomers;
    }

    public Deletions deletions() {
        return deletions;
    }

    public GridHolds gridHolds() {
        return gridHolds;
    }

    public Results results() {
        return results;
    }

    public Retries retries() {
        return retries;
    }

    public Decisions decisions() {
        return decisions;
    }

    public Attempts attempts() {
        return attempts;
    }

    public Purges purges() {
        return purges;
    }

    public BatchHistory batchHistory() {
        return batchHistory;
    }

    /** For Spring Batch's repository and its steps' transactions. */
    public DataSource dataSource() {
        return connections;
    }

    public PlatformTransactionManager transactionManager() {
        return transactions;
    }

    /**
     * Closes the connections and, where this process started it, stops the database: not before other commands that joined it
     * have ended.
     */
    @Override
    public void close() {
        if (server != null && server.isOwner()) {
            waitForOthers();
        }
        pool.close();
        if (server != null) {
            server.close();
        }
    }

    private void waitForOthers() {
        try {
            while (othersAreConnected()) {
                Thread.sleep(250);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn(
                    "the database could not be asked who uses it: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Whether other gridload commands use the database that this process started, so that closing waits for them. */
    public boolean keptOpenForOthers() {
        return server != null && server.isOwner() && othersAreConnected();
    }

    private boolean othersAreConnected() {
        return sql.sql("""
                        select exists (select from pg_stat_activity
                                        where datname = current_database() and backend_type = 'client backend'
                                          and application_name like 'gridload-%' and application_name <> ?)
                        """).param(SESSIONS).query(Boolean.class).single();
    }
}
