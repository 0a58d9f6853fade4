package dev.gridload.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** How long a person waits for small things. */
final class StartUp {

    static final String EMPTY = "empty JVM main";
    static final String PICOCLI = "empty picocli program";
    static final String VERSION = "gridload --version";
    static final String SAMPLE = "gridload validate, the sample";
    static final String SMALL = "gridload validate, 10,000 rows";
    static final String AGAIN = "gridload import, the sample again";
    static final List<String> ALL = List.of(EMPTY, PICOCLI, VERSION, SAMPLE, SMALL, AGAIN);

    private static final int LEAST_ROUNDS = 5;
    private static final int SMALL_ROWS = 10_000;
    private static final int ROWS_FAILED = 4;

    private StartUp() {}

    static void measure(Path folder, Commands commands, int rounds, Results results)
            throws IOException, InterruptedException {
        Path sample = Files.copy(
                folder.resolve("../../sample-data/customers.csv"),
                folder.resolve("sample.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        CustomerFile small = CustomerFile.write(folder.resolve("customers-small.csv"), SMALL_ROWS);
        List<String> again = commands.gridload(
                "import", sample, "--sandbox", "--output", Files.createDirectories(folder.resolve("sample")));
        System.out.println("start-up");
        rowsFail(folder, commands).run(again);
        for (int round = 0; round < Math.max(LEAST_ROUNDS, rounds); round++) {
            results.add(EMPTY, child(folder).run(commands.reference(Commands.HEAP, EmptyMain.class)));
            results.add(PICOCLI, child(folder).run(commands.reference(Commands.HEAP, EmptyCommand.class, "--version")));
            results.add(VERSION, child(folder).run(commands.gridload("--version")));
            results.add(SAMPLE, rowsFail(folder, commands).run(commands.gridload("validate", sample)));
            results.add(SMALL, rowsFail(folder, commands).run(commands.gridload("validate", small.path())));
            results.add(AGAIN, rowsFail(folder, commands).run(again));
        }
    }

    private static Child rowsFail(Path folder, Commands commands) {
        return child(folder)
                .with(commands.heap())
                .with(Map.of("GRIDLOAD_HOME", folder.resolve("home").toString()))
                .expecting(ROWS_FAILED);
    }

    private static Child child(Path folder) {
        return new Child(folder, () -> 0);
    }
}
