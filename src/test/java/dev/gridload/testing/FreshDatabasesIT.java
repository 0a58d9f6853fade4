package dev.gridload.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FreshDatabasesIT {

    @Test
    void givesEveryCallerAnEmptyDatabase() throws SQLException {
        TestPostgres.Database first = TestPostgres.freshDatabase();
        try (var connection = first.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table mine(no int)");
        }
        TestPostgres.Database second = TestPostgres.freshDatabase();
        assertThat(second.jdbcUrl()).isNotEqualTo(first.jdbcUrl());
        try (var connection = second.dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void runsItsSessionsInAnotherZoneThanTheProcess() throws SQLException {
        try (var connection = TestPostgres.freshDatabase().dataSource().getConnection();
                var statement = connection.createStatement();
                var zone = statement.executeQuery("show timezone")) {
            assertThat(zone.next()).isTrue();
            assertThat(zone.getString(1)).isNotEqualTo(ZoneId.systemDefault().getId());
        }
    }
}
