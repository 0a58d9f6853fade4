package dev.gridload.proof;

import dev.gridload.ledger.DatabaseSettings;
import dev.gridload.ledger.Ledger;
import dev.gridload.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases with gridload's schema, copied from one that was migrated once: a case need not wait for that. */
final class ProofDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private ProofDatabase() {}

    /** @param ours whether it is to be dropped in the end */
    record Fresh(String jdbcUrl, String user, String password, boolean ours) {

        /** Stays until the next run of the tests where somebody still uses it. */
        void drop() {
            try {
                administer("drop database " + jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1));
            } catch (IllegalStateException inUse) {
                System.out.println("proof: a database stays for now: " + inUse.getMessage());
            }
        }
    }

    static Fresh migrated() {
        return copyOf(nameOf(Migrated.TEMPLATE));
    }

    static Fresh empty() {
        return copyOf("template0");
    }

    private static Fresh copyOf(String template) {
        String name = "test_proof_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        administer("create database " + name + " template " + template + " strategy file_copy");
        TestPostgres.Database admin = Migrated.ADMIN;
        return new Fresh(admin.jdbcUrl().replaceFirst("/[^/]*$", "/" + name), admin.user(), admin.password(), true);
    }

    private static synchronized void administer(String statement) {
        TestPostgres.Database admin = Migrated.ADMIN;
        try (Connection connection = DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
                Statement call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nameOf(TestPostgres.Database database) {
        return database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
    }

    private static final class Migrated {
        static final TestPostgres.Database ADMIN = TestPostgres.freshDatabase();
        static final TestPostgres.Database TEMPLATE = TestPostgres.freshDatabase();

        static {
            Ledger.open(new DatabaseSettings(TEMPLATE.jdbcUrl(), TEMPLATE.user(), TEMPLATE.password()))
                    .close();
        }
    }
}
