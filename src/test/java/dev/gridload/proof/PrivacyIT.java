package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.ledger.postgres.ForeignServer;
import dev.gridload.ledger.postgres.TestHomes;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I15: what must stay between the operator and Grid is planted in an import that goes wrong in many ways, then searched for. */
class PrivacyIT {

    private static final List<String> CANARIES = List.of(
            "Zacharias Canaryfeather",
            "Canaryfeather",
            "1971-03-17",
            "canary@example.com",
            "8675309424242",
            "98-7654321");

    private static final String GOOD =
            "%s,INDIVIDUAL,Zacharias Canaryfeather,1971-03-17,canary@example.com,1 Main St,Austin,TX,78701,US,,"
                    + "US_ACCOUNT,8675309424242,Harbor Trust,020225522,CHECKING\n";

    private static final String INPUT =
            "platformCustomerId,customerType,fullName,birthDate,email,addressLine1,city,state,"
                    + "postalCode,country,businessTaxId,accountType,accountNumber,bankName,routingNumber,accountCategory\n"
                    + GOOD.formatted("good-1")
                    + GOOD.formatted("good-2")
                    + GOOD.formatted("good-1")
                    + GOOD.formatted("refused-gridfail")
                    + GOOD.formatted("routing-5").replace("020225522", "8675309424242")
                    + GOOD.formatted("date-6").replace("1971-03-17", "1971-03-17 12:00")
                    + GOOD.formatted("type-7").replace("US_ACCOUNT", "98-7654321")
                    + GOOD.formatted("tax-8").replace(",US,,", ",US,98-7654321,")
                    + GOOD.formatted("mail-9").replace("canary@example.com", "canary@example.com, Zacharias")
                    + GOOD.formatted("ragged-10").replace(",CHECKING", "")
                    + GOOD.formatted("state-11").replace(",TX,", ",Canaryfeather,");

    @TempDir
    private Path folder;

    @Test
    void leavesNoTraceOfPeopleOutsideOfTheLedgerAndTheResultFiles() throws Exception {
        Path faults = Files.writeString(folder.resolve("faults.json"), """
                {"random": {"seed": 3, "rate": 0.2, "kinds": ["CLOSE_AFTER_EFFECT", "HALF_ANSWER", "MALFORMED_JSON",
                  {"kind": "ANSWER_AFTER_EFFECT", "status": 503}]}}
                """);
        try (Scene scene = new Scene(
                folder.resolve("scene"),
                INPUT,
                SandboxSettings.defaults().withJobTime(Duration.ofMillis(500)).withFaultsFile(faults),
                "--part-rows",
                "2",
                "--settle",
                "1s",
                "--debug")) {
            TestHomes.used(scene.home);
            try {
                Child broken = scene.runs();
                awaitImport(broken);
                ForeignServer.killServerOf(scene.home);
                assertThat(broken.ends()).isEqualTo(2);
                assertThat(broken.said()).contains("\tat ");
                int exit = -1;
                for (int i = 0; i < 10 && exit != 4; i++) {
                    exit = scene.runs().ends();
                }
                assertThat(exit).as(broken.said()).isEqualTo(4);
                Map<String, String> told = told(scene);
                assertThat(told.keySet()).contains("said.txt", "home/logs/gridload.log", "home/postgres/server.log");
                List<String> hits = new ArrayList<>();
                told.forEach((where, text) -> CANARIES.stream()
                        .filter(text::contains)
                        .forEach(canary -> hits.add(canary + " stands in " + where)));
                assertThat(hits).isEmpty();
                // That the search can find: the ledger and the results hold what they must.
                assertThat(Files.readString(scene.results().resolve("in_1_success.csv")))
                        .contains("Zacharias Canaryfeather");
            } finally {
                ForeignServer.killServerOf(scene.home);
                TestHomes.unlink(scene.home);
            }
        }
    }

    private static void awaitImport(Child child) throws InterruptedException {
        while (child.isAlive() && !child.said().contains("Import 1: ")) {
            if (child.endsWithin(20)) {
                return;
            }
        }
    }

    /** Everything that is told to anybody but the ledger, by where it is told. */
    private static Map<String, String> told(Scene scene) throws IOException, SQLException {
        Map<String, String> told = new TreeMap<>();
        try (Stream<Path> files = Stream.of(
                        scene.folder.resolve("said.txt"), scene.home.resolve("logs"), scene.home.resolve("postgres"))
                .flatMap(PrivacyIT::below)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                told.put(
                        scene.folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        for (String table : List.of(
                "batch_job_instance",
                "batch_job_execution",
                "batch_job_execution_params",
                "batch_job_execution_context",
                "batch_step_execution",
                "batch_step_execution_context")) {
            told.put(table, scene.ledger(connection -> {
                StringBuilder rows = new StringBuilder();
                try (var statement = connection.createStatement();
                        var found = statement.executeQuery("select t::text from gridload." + table + " t")) {
                    while (found.next()) {
                        rows.append(found.getString(1)).append('\n');
                    }
                }
                return rows.toString();
            }));
        }
        return told;
    }

    /** Logs only: the data folder is the ledger, the programs say nothing. */
    private static Stream<Path> below(Path start) {
        try {
            return Files.isDirectory(start)
                    ? Files.list(start).filter(Files::isRegularFile).filter(file -> !file.endsWith("owner.lock"))
                    : Stream.of(start);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
