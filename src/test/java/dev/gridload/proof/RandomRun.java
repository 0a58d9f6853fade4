package dev.gridload.proof;

import dev.gridload.cli.CommandRun;
import dev.gridload.ledger.postgres.ForeignServer;
import dev.gridload.ledger.postgres.TestHomes;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One import under random faults: the seed decides the input, what Grid does wrong, whose PostgreSQL it is, and who is killed
 * when. The same seed makes the same plan; what the plan meets depends on the machine's mood.
 */
final class RandomRun {

    /** What is done to the processes. */
    enum Blow {
        KILL,
        KILL_WITH_POSTGRES,
        TERMINATE_THEN_KILL,
        POSTGRES_KILLED,
        POSTGRES_QUIT,
        POSTGRES_RESTARTED,
        CONNECTIONS_CUT
    }

    private static final int TRIES = 12;

    private final Random random;
    private final Path folder;
    private final List<Blow> struck = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private long rows;

    RandomRun(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    /** What struck while a process ran, in order. */
    List<Blow> struck() {
        return struck;
    }

    List<String> broken() {
        return broken;
    }

    long rows() {
        return rows;
    }

    void run() throws Exception {
        rows = 20 + random.nextInt(100);
        boolean embedded = random.nextBoolean();
        try (Scene scene = new Scene(
                        folder,
                        input(),
                        SandboxSettings.defaults()
                                .withJobTime(Duration.ofMillis(random.nextInt(3) * 400L))
                                .withFaultsFile(faults()),
                        "--part-rows",
                        Integer.toString(5 + random.nextInt(40)),
                        "--jobs",
                        Integer.toString(1 + random.nextInt(4)),
                        "--mode",
                        List.of("create", "create", "upsert", "skip").get(random.nextInt(4)),
                        "--route",
                        List.of("bulk", "bulk", "bulk", "auto", "direct").get(random.nextInt(5)),
                        "--settle",
                        "3s");
                ForeignServer foreign = embedded ? null : ForeignServer.start(folder.resolve("foreign"))) {
            if (foreign == null) {
                TestHomes.used(scene.home);
            } else {
                scene.database(new ProofDatabase(foreign.jdbcUrl(), foreign.user(), foreign.password()), "jdbc:");
            }
            try {
                int blows = 1 + random.nextInt(4);
                for (int i = 0; i < blows; i++) {
                    strike(scene, foreign);
                }
                end(scene);
            } finally {
                if (foreign == null) {
                    ForeignServer.killServerOf(scene.home);
                    TestHomes.unlink(scene.home);
                }
            }
        }
    }

    private void strike(Scene scene, @Nullable ForeignServer foreign) throws Exception {
        Blow blow = Blow.values()[random.nextInt(Blow.values().length)];
        long pause = 150 + random.nextInt(random.nextBoolean() ? 1_500 : 4_000);
        Child child = scene.runs();
        if (child.endsWithin(pause)) {
            return;
        }
        struck.add(blow);
        Instant from = Instant.now();
        switch (blow) {
            case KILL -> {}
            case KILL_WITH_POSTGRES -> {
                child.kill();
                killPostgres(scene, foreign);
            }
            case TERMINATE_THEN_KILL -> {
                child.terminate();
                var unused = child.endsWithin(random.nextInt(500));
            }
            case POSTGRES_KILLED -> killPostgres(scene, foreign);
            case POSTGRES_QUIT -> {
                if (foreign == null) {
                    ForeignServer.quitServerOf(scene.home);
                } else {
                    foreign.stop("immediate");
                }
            }
            case POSTGRES_RESTARTED -> {
                if (foreign != null) {
                    foreign.stop("fast");
                }
            }
            case CONNECTIONS_CUT -> cut(foreign);
        }
        if (foreign != null) {
            foreign.start();
        }
        // Some go on for a while with what is left of their database, others are ended at once.
        if (!child.endsWithin(random.nextInt(3_000))) {
            from = blow == Blow.KILL ? Instant.now() : from;
            child.kill();
        }
        scene.silentSince(from);
    }

    private static void killPostgres(Scene scene, @Nullable ForeignServer foreign) throws IOException {
        if (foreign == null) {
            ForeignServer.killServerOf(scene.home);
        } else {
            foreign.kill();
        }
    }

    private static void cut(@Nullable ForeignServer foreign) throws SQLException {
        if (foreign != null) {
            try (var connection = DriverManager.getConnection(foreign.jdbcUrl(), foreign.user(), foreign.password());
                    var statement = connection.createStatement()) {
                statement.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where application_name like 'gridload-%' and pid <> pg_backend_pid()
                        """);
            }
        }
    }

    /** Gives the command, to this process, until the import is at its end, then once more for nothing, then has all of it checked. */
    private void end(Scene scene) throws Exception {
        int exit = -1;
        List<Integer> exits = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        while (exits.size() < TRIES && exit != 0 && exit != 4) {
            CommandRun run = scene.again();
            said.append(run.err());
            exit = run.exitCode();
            exits.add(exit);
        }
        if (exit != 0 && exit != 4) {
            broken.add("I11: it does not end; the exit codes were " + exits);
        } else {
            broken.addAll(scene.broken(exit));
            long uploads = scene.journal().uploads();
            var customers = scene.journal().customers();
            int again = scene.again().exitCode();
            if (again != exit
                    || uploads != scene.journal().uploads()
                    || !customers.equals(scene.journal().customers())) {
                broken.add("I8: imported once more it ended with exit code " + again + " after " + exit + ", with "
                        + (scene.journal().uploads() - uploads) + " more uploads");
            }
        }
        said.insert(0, scene.said());
        if (exits.contains(3) || said.indexOf("fault of gridload") >= 0) {
            broken.add("a fault of gridload itself");
        }
        if (!broken.isEmpty()) {
            broken.add("it said: " + said);
        }
    }

    private String input() {
        StringBuilder csv = new StringBuilder(
                "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country\n");
        for (int i = 1; i <= rows; i++) {
            int kind = random.nextInt(20);
            String id = kind == 0 && i > 1 ? "cust-1" : "cust-" + i + (kind == 1 && i > 1 ? "-gridfail" : "");
            csv.append(id)
                    .append(kind == 2 && i > 1 ? ",NOBODY" : ",INDIVIDUAL")
                    .append(",Ada Quill,1990-01-31,")
                    .append(i)
                    .append(" Main St,Austin,TX,78701,US\n");
        }
        return csv.toString();
    }

    private Path faults() throws IOException {
        double rate = List.of(0.0, 0.02, 0.06, 0.12).get(random.nextInt(4));
        String script = """
                {"random": {"seed": %d, "rate": %s, "kinds": [
                  "CLOSE_BEFORE_EFFECT", "CLOSE_AFTER_EFFECT", "CLOSE_AFTER_EFFECT", "HALF_ANSWER", "MALFORMED_JSON",
                  {"kind": "ANSWER_BEFORE_EFFECT", "status": 503}, {"kind": "ANSWER_AFTER_EFFECT", "status": 503},
                  {"kind": "ANSWER_AFTER_EFFECT", "status": 502, "body": "HTML"},
                  {"kind": "ANSWER_BEFORE_EFFECT", "status": 429, "retryAfter": "1"},
                  {"kind": "ANSWER_BEFORE_EFFECT", "status": 429, "retryAfter": "1"},
                  {"kind": "HANG_BEFORE_EFFECT", "for": "PT0.6S"}, {"kind": "HANG_AFTER_EFFECT", "for": "PT0.6S"}]},
                 "faults": [{"kind": "LATE_VISIBILITY", "for": "PT1S", "chance": %s}]}
                """.formatted(random.nextLong(), rate, random.nextBoolean() ? "0" : "0.3");
        return Files.writeString(Files.createDirectories(folder).resolve("faults.json"), script);
    }
}
