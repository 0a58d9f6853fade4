package dev.gridload.bench;

import dev.gridload.ledger.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a child process reaches the PostgreSQL that the benchmark started. */
record Database(String url, String user, String password) {

    static Database of(EmbeddedPostgres server) {
        return new Database(server.jdbcUrl(), server.user(), server.password());
    }

    static Database fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new Database(
                environment.get("BENCH_URL"), environment.get("BENCH_USER"), environment.get("BENCH_PASSWORD"));
    }

    Map<String, String> environment() {
        return Map.of("BENCH_URL", url, "BENCH_USER", user, "BENCH_PASSWORD", password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Takes away the rows of earlier imports, so that every round finds the same database. */
    void forgetImports() throws SQLException {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            for (String table : tables(sql)) {
                sql.execute("drop table gridload." + table);
            }
            if (exists(sql)) {
                sql.execute(
                        "truncate gridload.import, gridload.submission, gridload.account, gridload.problem cascade");
                sql.execute("truncate gridload.batch_job_instance cascade");
            }
        }
    }

    private static List<String> tables(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("select tablename from pg_tables where schemaname = 'gridload'"
                + " and (tablename ~ '^import_row_[0-9]+$' or tablename ~ '^outcome_[0-9]+$')")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static boolean exists(Statement sql) throws SQLException {
        try (ResultSet found = sql.executeQuery("select to_regclass('gridload.import') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
