package dev.gridload.bench;

import dev.gridload.ledger.postgres.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The benchmark: {@code ./mvnw -q -Pbench -DskipTests verify}, with {@code -Drows=} and {@code -Drounds=}. Everything it
 * compares runs in turns within one run, because only such ratios mean something on a machine that others use too.
 */
public final class Benchmark {

    static final String PARSE = "(a) Commons CSV, parse only";
    static final String COPY = "(b) COPY of the bytes";
    static final String VALIDATE = "(c) gridload validate";
    static final String STAGE = "(d) import up to staged";
    static final String IMPORT = "(e) gridload import, bulk";
    static final String CALLS = "import of every account type";
    static final String USUAL = "(f) usual Spring Batch job";

    /** From here on the usual job, which takes the better part of a minute a million rows, runs once. */
    private static final long MANY = 200_000;

    /** One call an account, as fast as a Grid allows: of so many rows the time tells enough. */
    static final long CALLED = 20_000;

    private Benchmark() {}

    /** @param arguments the project's folder, rows, rounds */
    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        long rows = Long.parseLong(arguments[1].replace("_", ""));
        int rounds = Integer.parseInt(arguments[2]);
        Path folder = Files.createDirectories(project.resolve("target/bench"));
        Path home = Files.createDirectories(folder.resolve("home"));
        Commands commands = new Commands(project);

        CustomerFile file = CustomerFile.write(folder.resolve("customers-" + rows + ".csv"), rows);
        System.out.printf("%,d rows, %,d bytes, %,d bad; %d rounds%n", rows, file.bytes(), file.bad(), rounds);
        CustomerFile uploaded =
                CustomerFile.write(folder.resolve("uploaded-" + rows + ".csv"), rows, CustomerRows.UPLOADED);
        CustomerFile called = CustomerFile.write(folder.resolve("called.csv"), Math.min(rows, CALLED));
        Results results = new Results();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            Contest contest = new Contest(folder, home, commands, file, server);
            contest.warmUp();
            for (int round = 1; round <= rounds; round++) {
                System.out.println("round " + round);
                results.add(PARSE, contest.parse());
                results.add(COPY, contest.copy());
                results.add(VALIDATE, contest.validate());
                results.add(STAGE, contest.stage());
                results.add(IMPORT, contest.importAll(uploaded));
                results.add(CALLS, contest.importAll(called));
                if (round == 1 || rows <= MANY) {
                    results.add(USUAL, contest.usual());
                }
            }
        }
        StartUp.measure(folder, commands, rounds, results);
        List<RuleTimes.Time> rules = RuleTimes.measure();
        String page = new ResultPage(file, rounds, results, rules).text();
        System.out.println();
        System.out.print(page);
        Files.writeString(folder.resolve("result.md"), page);
        System.out.println("\nWritten to " + project.relativize(folder.resolve("result.md")));
    }
}
