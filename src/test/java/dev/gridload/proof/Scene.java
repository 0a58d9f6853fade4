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
import java.time.Instant;
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

    private static final String SAID = "said.txt";

    final Path folder;
    final Path home;
    final Path file;
    final InputFile input;
    final Sandbox grid;
    final Map<String, String> environment = new HashMap<>();
    private List<String> command;
    private final List<GridJournal.Silence> silences = new ArrayList<>();
    private long othersRequests;
    private @Nullable ProofDatabase database;

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
    void database(ProofDatabase fresh, String driver) {
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
        return Child.start(main, javaOptions, environment, folder.resolve(SAID), command);
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

    /** Everything that processes here have said so far. */
    String said() {
        return Child.said(folder.resolve(SAID));
    }

    /** Gives another command to a new process. */
    Child gridload(String... arguments) throws IOException {
        return Child.start(
                Gridload.class, ChildClasses.options(), environment, folder.resolve(SAID), List.of(arguments));
    }

    /** Gives a command of another kind from now on. */
    void command(String... arguments) {
        command = List.of(arguments);
    }

    /** Has somebody else, with a ledger of their own, import this into the Grid. */
    void others(String csv) throws IOException {
        Map<String, String> theirs = new HashMap<>(environment);
        ProofDatabase apart = ProofDatabase.migrated();
        theirs.put("GRIDLOAD_DATABASE_URL", apart.jdbcUrl());
        theirs.put("GRIDLOAD_DATABASE_USER", apart.user());
        theirs.put("GRIDLOAD_DATABASE_PASSWORD", apart.password());
        theirs.put("GRIDLOAD_HOME", folder.resolve("others").toString());
        Path csvFile = Files.writeString(folder.resolve("others.csv"), csv);
        synchronized (Scene.class) {
            CommandRun run = CommandRun.of(theirs, "import", csvFile.toString());
            if (run.exitCode() != 0) {
                throw new IllegalStateException(run.err());
            }
        }
        othersRequests = GridJournal.of(grid.journal()).last();
    }

    /** The process that ran until now could hand nothing on since then. */
    void silentSince(Instant from) {
        silences.add(new GridJournal.Silence(from, Instant.now()));
    }

    /** Without what others asked before. */
    GridJournal journal() {
        return GridJournal.of(grid.journal()).after(othersRequests).with(silences);
    }

    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    <T> T ledger(Question<T> question) throws SQLException {
        ProofDatabase own = database;
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
    }
}
