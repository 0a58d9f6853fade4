package dev.gridload.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashIT {

    private static final long MILLISECOND = 1_000_000;

    private Path home;
    private Path folder;

    @BeforeEach
    void createHome(@TempDir Path folder) throws IOException {
        this.folder = folder.toRealPath();
        home = this.folder.resolve("home");
    }

    @AfterEach
    void unlinkPrograms() throws IOException {
        TestHomes.unlink(home);
    }

    @Test
    void stopsTheServerOfAKilledProcessAndFindsItsRows() throws Exception {
        TestHomes.used(home);
        OwnerProcess killed = OwnerProcess.launch(home).awaitCommit();
        Postmaster orphan = server();
        killed.kill();
        assertThat(orphan.holder(PostgresHome.in(home))).isEqualTo(Postmaster.Holder.SERVER);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(postgres, "select count(*) from kept")).isEqualTo("1000");
            assertThat(server().pid()).isNotEqualTo(orphan.pid());
            assertThat(orphan.holder(PostgresHome.in(home))).isNotEqualTo(Postmaster.Holder.SERVER);
        }
    }

    @Test
    void keepsEveryConfirmedRowWhenTheServerIsKilled() throws Exception {
        TestHomes.used(home);
        int confirmed = 0;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            Sql.execute(postgres, "create table confirmed(no int)");
            try (var connection = Sql.connect(postgres);
                    var insert = connection.prepareStatement("insert into confirmed values (?)")) {
                for (; confirmed < 500; confirmed++) {
                    insert.setInt(1, confirmed);
                    insert.executeUpdate();
                }
            }
            assertThat(ProcessHandle.of(server().pid()).orElseThrow().destroyForcibly())
                    .isTrue();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(postgres, "select count(*) from confirmed")).isEqualTo("500");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_VERSION", "global/pg_control", "base/1/PG_VERSION", "gridload.password", "base/5"})
    void startsAfterAKillWhileTheDatabaseWasBeingCreated(String seen) throws Exception {
        TestHomes.unpacked(home);
        OwnerProcess creating = OwnerProcess.launch(home);
        awaitUnfinished(home, seen, creating);
        creating.kill();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(postgres, "select current_user")).isEqualTo("gridload");
        }
    }

    @Test
    void startsAfterAKillWhileTheProgramsWereBeingUnpacked() throws Exception {
        Path fresh = folder.resolve("fresh");
        OwnerProcess unpacking = OwnerProcess.launch(fresh);
        awaitUnfinished(fresh, "bin/postgres", unpacking);
        unpacking.kill();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(fresh)) {
            assertThat(Sql.value(postgres, "select 1")).isEqualTo("1");
        }
        try (var leftovers = Files.newDirectoryStream(fresh.resolve("postgres"), "unfinished-*")) {
            assertThat(leftovers).isEmpty();
        }
    }

    @Test
    void leavesAloneWhoeverHasTheNumberOfAFormerServer() throws Exception {
        TestHomes.used(home);
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            leavePidFile(stranger.pid());
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                assertThat(Sql.value(postgres, "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void startsWhenTheNumberOfAFormerServerIsItsOwn() throws Exception {
        TestHomes.used(home);
        leavePidFile(ProcessHandle.current().pid());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(Sql.value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsWhenNobodyCollectedTheDeadServer() throws Exception {
        TestHomes.used(home);
        // The shell's child ends, and the program that takes the shell's place never asks for it.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & echo $!; exec sleep 600").start();
        try (var output = parent.inputReader()) {
            Postmaster dead = new Postmaster(Long.parseLong(output.readLine()), 54_321, true);
            while (dead.holder(PostgresHome.in(home)) != Postmaster.Holder.NONE) {
                LockSupport.parkNanos(MILLISECOND);
            }
            assertThat(ProcessHandle.of(dead.pid())).as("zombie").isPresent();
            leavePidFile(dead.pid());
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
                assertThat(Sql.value(postgres, "select 1")).isEqualTo("1");
            }
        } finally {
            parent.destroy();
        }
    }

    private void leavePidFile(long pid) throws IOException {
        Path data = home.resolve("postgres/data");
        String left = pid + "\n" + data + "\n1795240759\n54321\n\n127.0.0.1\n  2147520         5\nready   \n";
        Files.writeString(data.resolve("postmaster.pid"), left);
    }

    private Postmaster server() throws IOException {
        return Postmaster.alive(PostgresHome.in(home)).orElseThrow();
    }

    /** Until the file shows in a folder that is not finished, or all is over, which is a moment as good as any. */
    private static void awaitUnfinished(Path home, String file, OwnerProcess process) throws IOException {
        Path root = home.resolve("postgres");
        while (process.isAlive() && !Files.exists(root.resolve("data"))) {
            if (Files.exists(root)) {
                try (var folders = Files.newDirectoryStream(root, "unfinished-*")) {
                    for (Path folder : folders) {
                        if (Files.exists(folder.resolve(file))) {
                            return;
                        }
                    }
                }
            }
            LockSupport.parkNanos(MILLISECOND);
        }
    }
}
