package dev.gridload.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalIT {

    private static final String ELSEWHERE =
            "set GRIDLOAD_HOME to another folder, or name a PostgreSQL with GRIDLOAD_DATABASE_URL.";

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path folder) throws IOException {
        this.folder = folder.toRealPath();
    }

    @AfterEach
    void unlinkPrograms() throws IOException {
        TestHomes.unlink(folder);
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndChangesNothing() throws IOException {
        Path home = TestHomes.unpacked(folder);
        Path data = Files.createDirectory(home.resolve("postgres/data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(
                        "The data was written by PostgreSQL 17, and this gridload carries PostgreSQL 18.4. Nothing was"
                                + " changed (" + data + "). Use the gridload that wrote it, or " + ELSEWHERE);
        assertThat(data.toFile().list()).containsExactly("PG_VERSION");
    }

    @Test
    void refusesDataOfAnotherUser() throws IOException {
        assumeTrue(PostgresHome.currentUser() == 0, "only root can give a folder away");
        Path home = TestHomes.unpacked(folder);
        Path data = Files.createDirectory(home.resolve("postgres/data"));
        Files.setAttribute(data, "unix:uid", 12_345);
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("The folder belongs to user 12345 (uid 12345), but gridload runs as uid 0 (" + data
                        + "). Run gridload as that user, or " + ELSEWHERE);
    }

    @Test
    void refusesHomeThatIsAFile() throws IOException {
        Path home = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(
                        "The folder for PostgreSQL cannot be used: it is a file (" + home + "/postgres). Make sure that"
                                + " you may write there and that 500 MB are free, or " + ELSEWHERE);
    }

    @Test
    void refusesHomeThatAShellWouldMisread() {
        Path home = folder.resolve("my $home");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("PostgreSQL cannot work in a folder whose name holds a quote, $, ` or \\ (" + home
                        + "/postgres). Please " + ELSEWHERE);
        assertThat(home).doesNotExist();
    }

    @Test
    void saysWhyTheServerDoesNotStart() throws IOException {
        Path home = TestHomes.used(folder);
        Path data = home.resolve("postgres/data");
        Files.writeString(data.resolve("pg_hba.conf"), "nonsense\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("PostgreSQL does not start: could not load " + data + "/pg_hba.conf (" + data + "). See "
                        + home + "/postgres/server.log, make sure that the disk is not full, or " + ELSEWHERE);
    }

    @Test
    void writesNoValueOfARowToItsLog() throws Exception {
        Path home = TestHomes.used(folder);
        String canary = "canary-4711";
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            Sql.execute(postgres, "create table t(id text primary key check (length(id) < 12), n int)");
            Sql.execute(postgres, "insert into t values ('" + canary + "')");
            for (String failing : List.of(
                    "insert into t values ('" + canary + "')",
                    "insert into t values ('" + canary + "-too-long')",
                    "insert into t(n) select '" + canary + "'::int",
                    "do $$ begin raise warning '" + canary + "'; raise exception '" + canary + "'; end $$")) {
                assertThatThrownBy(() -> Sql.execute(postgres, failing)).hasMessageContaining(canary);
            }
            try (var connection = Sql.connect(postgres);
                    var insert = connection.prepareStatement("insert into t values (?)")) {
                insert.setString(1, canary);
                assertThatThrownBy(insert::execute).hasMessageContaining(canary);
            }
        }
        assertThat(home.resolve("postgres/server.log"))
                .content()
                .contains("ready to accept connections")
                .doesNotContain(canary);
    }
}
