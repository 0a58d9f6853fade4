package dev.gridload.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private Path home;

    @BeforeEach
    void createHome(@TempDir Path folder) throws IOException {
        home = TestHomes.used(folder.toRealPath().resolve("home with spaces"));
    }

    @AfterEach
    void unlinkPrograms() throws IOException {
        TestHomes.unlink(home);
    }

    @Test
    void keepsDataFromOneStartToTheNext() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {
            Sql.execute(first, "create table kept as select 42 as answer");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void unpacksItsProgramsIntoNewHome(@TempDir Path folder) throws IOException, SQLException {
        Path empty = folder.resolve("new");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(empty)) {
            assertThat(Sql.value(postgres, "show server_version")).isEqualTo(Binaries.VERSION);
        }
        try (var files = Files.list(empty.resolve("postgres"))) {
            assertThat(files.filter(Files::isDirectory))
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .isEqualTo("rwx------"))
                    .hasSize(2);
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(PostgresHome.in(empty).password())))
                .isEqualTo("rw-------");
    }

    @Test
    void runsDurableAndReachableFromHereOnly() throws SQLException {
        Map<String, String> expected = Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "listen_addresses", "127.0.0.1",
                "server_encoding", "UTF8",
                "lc_messages", "C",
                "password_encryption", "scram-sha-256",
                "data_checksums", "on",
                "max_wal_size", "4GB");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            for (var setting : expected.entrySet()) {
                assertThat(Sql.value(postgres, "show " + setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue());
            }
        }
    }

    @Test
    @Timeout(120) // by itself it would end after ten minutes
    void endsAStatementWhoseClientIsGone() throws Exception {
        String running =
                "select count(*) from pg_stat_activity where query like '%pg_sleep(600)%' and pid <> pg_backend_pid()";
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            Connection client = Sql.connect(postgres);
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
                try (var statement = client.createStatement()) {
                    statement.execute("select pg_sleep(600)");
                } catch (SQLException gone) {
                    throw new IllegalStateException(gone);
                }
            });
            while (Sql.value(postgres, running).equals("0") && !asking.isDone()) {
                Thread.sleep(50);
            }

            client.abort(Runnable::run);

            assertThat(asking).failsWithin(Duration.ofMinutes(1));
            while (!Sql.value(postgres, running).equals("0")) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void refusesToRunWhenTheRoleTurnsDurabilityOff() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            Sql.execute(postgres, "alter role gridload set synchronous_commit = off");
        }
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("PostgreSQL runs with synchronous_commit=off, so that a crash could lose confirmed rows ("
                        + home + "/postgres/data). Undo that setting of the role or database, or set GRIDLOAD_HOME to"
                        + " another folder, or name a PostgreSQL with GRIDLOAD_DATABASE_URL.");
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void givesUsARoleWithoutSpecialRightsThatOwnsItsDatabase() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(postgres, """
                            select concat_ws(' ', rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls)
                            from pg_roles where rolname = current_user
                            """)).isEqualTo("gridload f f f f f");
            assertThat(Sql.value(
                            postgres, "select pg_get_userbyid(datdba) from pg_database where datname = 'gridload'"))
                    .isEqualTo("gridload");
        }
    }

    @Test
    void letsNobodyInWithAnotherPassword() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            Login guess = new Login(Integer.parseInt(postgres.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1")), "guess");
            assertThatThrownBy(guess::connect).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesSecondOwnerAndNamesTheFirst() throws Exception {
        try (OwnerProcess other = OwnerProcess.launch(home).awaitCommit()) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage("PostgreSQL is already in use by process " + other.pid() + " (" + home + "/postgres)."
                            + " Wait for it to end, or set GRIDLOAD_HOME to another folder, or name a PostgreSQL with"
                            + " GRIDLOAD_DATABASE_URL.");
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void joinsTheServerOfAnotherProcessAndDoesNotStopIt() throws Exception {
        try (OwnerProcess other = OwnerProcess.launch(home).awaitCommit()) {
            try (EmbeddedPostgres joined = EmbeddedPostgres.startOrJoin(home)) {
                assertThat(joined.isOwner()).isFalse();
                assertThat(Sql.value(joined, "select count(*) from kept")).isEqualTo("1000");
            }
            try (EmbeddedPostgres again = EmbeddedPostgres.startOrJoin(home)) {
                assertThat(Sql.value(again, "select count(*) from kept")).isEqualTo("1000");
            }
            assertThat(other.isAlive()).isTrue();
        }
    }

    @Test
    void goesOnForThoseWhoJoinedWhenItsOwnerEndsAndStopsWithTheLast() throws Exception {
        EmbeddedPostgres joined;
        try (OwnerProcess other = OwnerProcess.launch(home).awaitCommit()) {
            joined = EmbeddedPostgres.startOrJoin(home);
            assertThat(other.isAlive()).isTrue();
        }
        assertThat(Sql.value(joined, "select count(*) from kept")).isEqualTo("1000");
        try (EmbeddedPostgres later = EmbeddedPostgres.startOrJoin(home)) {
            assertThat(later.isOwner()).isTrue();
            assertThat(later.jdbcUrl()).isEqualTo(joined.jdbcUrl());
            joined.close();
            assertThat(Sql.value(later, "select count(*) from kept")).isEqualTo("1000");
        }
        assertThat(Postmaster.alive(PostgresHome.in(home))).isEmpty();
        try (EmbeddedPostgres anew = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(anew, "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void startsTheServerWhenThereIsNoneToJoin() {
        try (EmbeddedPostgres owner = EmbeddedPostgres.startOrJoin(home);
                EmbeddedPostgres joined = EmbeddedPostgres.startOrJoin(home)) {
            assertThat(owner.isOwner()).isTrue();
            assertThat(joined.isOwner()).isFalse();
            assertThat(joined.jdbcUrl()).isEqualTo(owner.jdbcUrl());
        }
    }

    @Test
    void keepsItsRightToTheHomeWhileOthersInTheProcessAskForIt() throws Exception {
        try (EmbeddedPostgres owner = EmbeddedPostgres.start(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                    .hasMessageStartingWith("PostgreSQL is already in use by process "
                            + ProcessHandle.current().pid());
            try (OwnerProcess other = OwnerProcess.launch(home)) {
                assertThatThrownBy(other::awaitCommit).hasMessage("the other process said null");
            }
            assertThat(Sql.value(owner, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void closesOnce() throws SQLException {
        EmbeddedPostgres first = EmbeddedPostgres.start(home);
        first.close();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            first.close();
            assertThat(Sql.value(second, "select 1")).isEqualTo("1");
        }
    }
}
