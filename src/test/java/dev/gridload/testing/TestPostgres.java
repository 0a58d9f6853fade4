package dev.gridload.testing;

import dev.gridload.ledger.DatabaseSettings;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.postgres.EmbeddedPostgres;
import dev.gridload.ledger.postgres.TestHomes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL for tests: one server per test process, and a new database for every call. */
public final class TestPostgres {

    /**
     * Neither the zone of the test process nor UTC: a statement that depends on the session's zone fails here and not at
     * a customer's.
     */
    private static final String SESSION_ZONE = "America/St_Johns";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestPostgres() {}

    /** A new empty database; nobody else has it, and it stays until the next run of the tests. */
    public static Database freshDatabase() {
        return copyOf("template0");
    }

    /** The same with gridload's schema in it: copied from one that was migrated once, since that takes its time. */
    public static Database migratedDatabase() {
        return copyOf(Migrated.NAME);
    }

    private static Database copyOf(String template) {
        EmbeddedPostgres server = Running.SERVER;
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
        String url = server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
        return new Database(url, server.user(), server.password());
    }

    /**
     * How to reach it.
     *
     * @param jdbcUrl sessions opened with it directly have the zone of the test process
     */
    public record Database(String jdbcUrl, String user, String password) {

        /** Unpooled. */
        public DataSource dataSource() {
            PGSimpleDataSource source = new OtherZone();
            source.setURL(jdbcUrl);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }
    }

    private static final class OtherZone extends PGSimpleDataSource {
        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            Connection connection = super.getConnection(user, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set time zone '" + SESSION_ZONE + "'");
            }
            return connection;
        }
    }

    /** Made by the first test that needs it. */
    private static final class Migrated {
        static final String NAME = make();

        private static String make() {
            Database database = freshDatabase();
            Ledger.open(new DatabaseSettings(database.jdbcUrl(), database.user(), database.password()))
                    .close();
            return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        }
    }

    /** Started by the first test that needs it. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = EmbeddedPostgres.start(TestHomes.withDatabaseCreator());
            if (isUsed(server)) {
                // To drop the databases of an earlier run one by one takes longer than to begin anew.
                server.close();
                server = EmbeddedPostgres.start(TestHomes.anew());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop PostgreSQL"));
            return server;
        }

        private static boolean isUsed(EmbeddedPostgres server) {
            try (Connection connection = connect(server);
                    Statement statement = connection.createStatement();
                    var found = statement.executeQuery("select from pg_database where datname like 'test\\_%'")) {
                return found.next();
            } catch (SQLException cause) {
                throw new IllegalStateException(cause);
            }
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
