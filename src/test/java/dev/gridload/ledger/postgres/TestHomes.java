package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Homes for tests: the programs are unpacked once and linked into each new home. */
public final class TestHomes {

    /** Integration tests run in several processes at a time; each has a server of its own. */
    private static final Path SHARED = Path.of("target", "test-postgres" + System.getProperty("testing.fork", ""))
            .toAbsolutePath();

    private TestHomes() {}

    /** One home per build and test process, with a role that may create databases. */
    public static synchronized Path withDatabaseCreator() {
        PostgresHome home = PostgresHome.in(SHARED);
        if (Files.exists(home.data())) {
            return SHARED;
        }
        OwnerLock lock = OwnerLock.tryAcquire(home).orElseThrow();
        try {
            home.removeUnfinished();
            ServerUser user = ServerUser.choose(home);
            Binaries binaries = Binaries.in(home);
            new Cluster(home, binaries, user).createIfMissing();
            sql(home, user, binaries, "ALTER ROLE gridload CREATEDB");
            return SHARED;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } finally {
            lock.close();
        }
    }

    /** The same, with nothing left of earlier runs. Its server must not be running. */
    public static synchronized Path anew() {
        try (var files = Files.walk(PostgresHome.in(SHARED).data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return withDatabaseCreator();
    }

    /** A home whose programs are there already and whose database is not. */
    static Path unpacked(Path home) throws IOException {
        withDatabaseCreator();
        Path programs;
        try (var folders = Files.newDirectoryStream(SHARED.resolve("postgres"), "bin-*")) {
            programs = folders.iterator().next();
        }
        PostgresHome postgres = PostgresHome.in(home);
        Files.createSymbolicLink(postgres.root().resolve(programs.getFileName()), programs);
        return home;
    }

    /** A home that has been in use before: its database is there, its server is not running. */
    public static synchronized Path used(Path home) throws IOException {
        Path template = SHARED.resolveSibling(SHARED.getFileName() + "-template");
        if (!Files.exists(PostgresHome.in(template).data())) {
            unlink(template);
            EmbeddedPostgres.start(unpacked(template)).close();
        }
        Path from = PostgresHome.in(template).data();
        Path to = PostgresHome.in(unpacked(home)).data();
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return home;
    }

    /** So that whoever removes the home stays within it. */
    public static void unlink(Path home) throws IOException {
        Path root = home.resolve("postgres");
        if (Files.isDirectory(root)) {
            try (var folders = Files.newDirectoryStream(root, Files::isSymbolicLink)) {
                for (Path link : folders) {
                    Files.delete(link);
                }
            }
        }
    }

    private static void sql(PostgresHome home, ServerUser user, Binaries binaries, String statement)
            throws IOException {
        List<String> command = List.of(
                binaries.program("postgres"), "--single", "-D", home.data().toString(), "gridload");
        Program run = Program.run(user.command(command), Map.of(), statement + "\n");
        if (!run.succeeded() || run.output().contains("ERROR:")) {
            throw new IllegalStateException(run.complaint());
        }
    }
}
