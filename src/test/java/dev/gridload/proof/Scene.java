package dev.gridload.proof;

import dev.gridload.Gridload;
import dev.gridload.cli.CommandRun;
import dev.gridload.ledger.postgres.EmbeddedPostgres;
import dev.gridload.sandbox.Sandbox;
import dev.gridload.sandbox.SandboxSettings;
import dev.gridload.testing.GridJournal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one case plays: a folder, an input, a Grid with a memory, a database, and one command that is given again and again.
 * Without {@link #database} the database is the one that gridload starts for itself.
 */
final class Scene implements AutoCloseable {

    final Path folder;
    final Path home;
    final Path file;
    final InputFile input;
    final Sandbox grid;
    final Map<String, String> environment = new HashMap<>();
    private final List<String> command;
    private ProofDatabase.@Nullable Fresh database;

    Scene(Path folder, String csv, SandboxSettings settings, String... options) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.home = folder.resolve("home");
        this.file = Files.writeString(folder.resolve("in.csv"), csv);
        this.input = InputFile.read(file);
        this.grid = Sandbox.start(settings);
        command = new ArrayList<>(
                List.of("import", file.toString(), "--output", results().toString()));
        command.addAll(List.of(options));
        environment.put("GRIDLOAD_HOME", home.toString());
        environment.put("GRID_CLIENT_ID", settings.clientId());
        environment.put("GRID_CLIENT_SECRET", settings.clientSecret());
        gridAt(grid.baseUrl());
    }

    void gridAt(URI url) {
        environment.put("GRID_BASE_URL", url.toString());
    }

    /** @param driver what stands before {@code postgresql:} in its URL */
    void database(ProofDatabase.Fresh fresh, String driver) {
        database = fresh;
        environment.put("GRIDLOAD_DATABASE_URL", fresh.jdbcUrl().replace("jdbc:", driver));
        environment.put("GRIDLOAD_DATABASE_USER", fresh.user());
        environment.put("GRIDLOAD_DATABASE_PASSWORD", fresh.password());
    }

    Path results() {
        return folder.resolve("results");
    }

    /** Gives the command to a new process. */
    Child runs() throws IOException {
        return runs(Gridload.class);
    }

    Child runs(Class<?> main, String... javaOptions) throws IOException {
        List<String> options = new ArrayList<>(ChildClasses.options());
        options.addAll(List.of(javaOptions));
        return runs(main, options);
    }

    /** @param javaOptions with the class path */
    Child runs(Class<?> main, List<String> javaOptions) throws IOException {
        return Child.start(main, javaOptions, environment, folder.resolve("said.txt"), command);
    }

    /**
     * Gives the command in this process. One at a time: Spring Batch keeps what runs in static maps by its number, and every
     * database begins to count at 1.
     */
    CommandRun again() {
        Map<String, String> plain = new HashMap<>(environment);
        plain.computeIfPresent("GRIDLOAD_DATABASE_URL", (name, url) -> url.replace(CountingDriver.PREFIX, "jdbc:"));
        synchronized (Scene.class) {
            return CommandRun.of(plain, command.toArray(String[]::new));
        }
    }

    /** Gives another command to a new process. */
    Child gridload(String... arguments) throws IOException {
        return Child.start(
                Gridload.class, ChildClasses.options(), environment, folder.resolve("said.txt"), List.of(arguments));
    }

    GridJournal journal() {
        return GridJournal.of(grid.journal());
    }

    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    <T> T ledger(Question<T> question) throws SQLException {
        ProofDatabase.Fresh own = database;
        if (own != null) {
            try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), own.user(), own.password())) {
                return question.ask(connection);
            }
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.startOrJoin(home);
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return question.ask(connection);
        }
    }

    /** The newest import; null where there is none yet. */
    @Nullable
    LedgerFacts facts() throws SQLException {
        return ledger(connection -> {
            long newest = LedgerFacts.newest(connection);
            return newest == 0 ? null : LedgerFacts.read(connection, newest);
        });
    }

    /** What the checker finds broken now that the import should be at its end. */
    List<String> broken(int exitCode) throws SQLException {
        return ledger(connection -> {
            long newest = LedgerFacts.newest(connection);
            List<String> broken = new ArrayList<>();
            if (LedgerFacts.imports(connection) != 1) {
                broken.add(
                        "I13: one file was imported, the ledger has " + LedgerFacts.imports(connection) + " imports");
            }
            broken.addAll(Checker.broken(
                    input,
                    journal(),
                    LedgerFacts.read(connection, newest),
                    ResultFolder.read(results(), newest),
                    exitCode));
            return broken;
        });
    }

    @Override
    public void close() {
        grid.close();
        if (database != null && database.ours()) {
            database.drop();
        }
    }
}
