package dev.gridload.bench;

import dev.gridload.ledger.postgres.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The six ways through one file, each as a process of its own, against one PostgreSQL that is already running. */
final class Contest {

    private static final Pattern REJECTED = Pattern.compile("\"rejected\" : (\\d+)");
    private static final int ROWS_FAILED = 4;
    private static final String GRID_HEAP = "-Xmx4g";

    private final Path folder;
    private final Path home;
    private final Commands commands;
    private final CustomerFile file;
    private final Database database;
    private final DoubleSupplier serverCpu;

    Contest(Path folder, Path home, Commands commands, CustomerFile file, EmbeddedPostgres server) throws IOException {
        this.folder = folder;
        this.home = home;
        this.commands = commands;
        this.file = file;
        this.database = Database.of(server);
        long postmaster = Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip());
        this.serverCpu = () -> Proc.cpuWithWorkers(postmaster);
    }

    Measured parse() throws Exception {
        return child().run(commands.reference(Commands.HEAP, ParseOnly.class, file.path()));
    }

    Measured copy() throws Exception {
        return child().with(database.environment())
                .run(commands.reference(Commands.HEAP, CopyBytes.class, file.path()));
    }

    /** Also compares what it found with what was planted. */
    Measured validate() throws Exception {
        Measured measured = child().with(commands.heap())
                .expecting(ROWS_FAILED)
                .run(commands.gridload(
                        "validate", file.path(), "--problems", folder.resolve("problems.csv"), "--json"));
        Matcher rejected = REJECTED.matcher(String.join("\n", measured.output()));
        if (!rejected.find() || Long.parseLong(rejected.group(1)) != file.bad()) {
            throw new IllegalStateException(file.bad() + " rows are bad, but validate says " + rejected);
        }
        return measured;
    }

    Measured stage() throws Exception {
        Measured measured = child().run(commands.part(Commands.HEAP, StagedImport.class, file.path(), home));
        forget();
        return measured;
    }

    /** Every row of a file to its end. */
    Measured importAll(CustomerFile input) throws Exception {
        Path complaints = folder.resolve("grid-stderr.txt");
        Process grid = child().start(commands.sandbox(GRID_HEAP, LocalGrid.class), complaints);
        try (BufferedReader output = grid.inputReader()) {
            String url = output.readLine();
            if (url == null) {
                throw new IllegalStateException("the local Grid did not start: " + Files.readString(complaints));
            }
            Map<String, String> account =
                    Map.of("GRID_BASE_URL", url, "GRID_CLIENT_ID", "sandbox", "GRID_CLIENT_SECRET", "sandbox");
            Measured measured = child().with(commands.heap())
                    .with(account)
                    .with(Map.of("GRIDLOAD_HOME", home.toString()))
                    .expecting(ROWS_FAILED)
                    .run(commands.gridload("import", input.path(), "--output", folder.resolve("results")));
            System.out.printf("      (the local Grid itself: %.1f CPU s)%n", Proc.cpu(grid.pid()));
            return measured;
        } finally {
            grid.getOutputStream().close();
            grid.waitFor();
            forget();
        }
    }

    Measured usual() throws Exception {
        return child().with(database.environment())
                .run(commands.reference(Commands.HEAP, UsualBatchJob.class, file.path()));
    }

    /** The launcher builds the jar anew when a source is younger; not while something is measured. */
    void warmUp() throws Exception {
        child().run(commands.gridload("--version"));
        Files.createDirectories(folder.resolve("results"));
    }

    private Child child() {
        return new Child(folder, serverCpu);
    }

    private void forget() throws SQLException, IOException {
        database.forgetImports();
        for (Path left : List.of(home.resolve("spool"), folder.resolve("results"))) {
            if (Files.isDirectory(left)) {
                try (Stream<Path> files = Files.list(left)) {
                    for (Path old : files.filter(Files::isRegularFile).toList()) {
                        Files.delete(old);
                    }
                }
            }
        }
    }
}
