package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newcomer's first command, and what follows it. */
class SampleImportIT {

    private static final Path SAMPLE = Path.of("sample-data/customers.csv");

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    @Test
    void needsNoAccountWithTheSandbox() {
        work.environment.keySet().removeIf(name -> name.startsWith("GRID_"));

        CommandRun run = work.importing(SAMPLE, "--sandbox");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.said().get(0)).isEqualTo("Import 1: customers.csv, 200 rows, to local sandbox");
        assertThat(run.said().get(1)).matches("Import 1 finished: customers\\.csv, 200 rows in [0-9.]+ s");
        assertThat(run.said().subList(2, 7))
                .containsExactly(
                        "         182  created           in Grid, read back from its list",
                        "          16  rejected          wrong here, never sent",
                        "           1  repeated          the id stands earlier in the file, never sent",
                        "           1  failed            refused by Grid",
                        "What was wrong:");
        assertThat(run.out()).isEmpty();
        assertThat(work.uploads()).as("the lasting Grid was left alone").isZero();
    }

    @Test
    void putsEachRowIntoExactlyOneFileForItsOwnerAlone() throws IOException {
        CommandRun run = work.importing(SAMPLE);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(work.resultFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "customers_1_failed.csv",
                        "customers_1_report.html",
                        "customers_1_success.csv",
                        "customers_1_summary.json",
                        "customers_1_unprocessed.csv");
        for (Path file : work.resultFiles()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(run.err()).contains("  " + file + "\n");
        }
        List<String> numbers = new ArrayList<>();
        work.rows("_failed.csv").forEach(row -> numbers.add(row.get("gridload_row")));
        assertThat(numbers).hasSize(18).doesNotHaveDuplicates();
        assertThat(work.rows("_success.csv")).hasSize(182);
        assertThat(work.rows("_unprocessed.csv")).isEmpty();
        List<String> succeeded = work.rows("_success.csv").stream()
                .map(row -> row.get("platformCustomerId"))
                .toList();
        assertThat(succeeded).doesNotHaveDuplicates();
        // What is left of the file without the failed rows is the success file, in the same order.
        List<String> left = new ArrayList<>(work.records(SAMPLE).stream()
                .map(row -> row.get("platformCustomerId"))
                .toList());
        numbers.stream().map(Integer::valueOf).sorted(Comparator.reverseOrder()).forEach(no -> left.remove(no - 1));
        assertThat(succeeded).isEqualTo(left);
        assertThat(work.ledger("select count(distinct record_no) from import_row"))
                .containsExactly("200");
        JsonNode counts = JsonMapper.builder()
                .build()
                .readTree(Files.readString(work.result("_summary.json")))
                .get("counts");
        assertThat(counts.toString())
                .isEqualTo("{\"records\":200,\"created\":182,\"alreadyExisted\":0,\"rejected\":16,\"duplicates\":1,"
                        + "\"failed\":1,\"needsOperator\":0,\"unprocessed\":0,\"errors\":17,\"warnings\":0}");
    }

    @Test
    void givesTheIdsThatGridKnows() {
        work.importing(SAMPLE);

        for (Map<String, String> row : work.rows("_success.csv")) {
            assertThat(work.grid.journal().effectsOn(row.get("platformCustomerId")))
                    .as(row.get("platformCustomerId"))
                    .extracting(effect -> effect.kind() + " " + effect.gridId())
                    .contains("CUSTOMER_CREATED " + row.get("gridCustomerId"));
            assertThat(row.get("outcome")).matches("CREATED( \\([A-Z_]+ not created yet\\))?");
        }
        assertThat(work.created()).hasSize(182).doesNotHaveDuplicates();
        assertThat(work.ledger("select state || ' ' || count(*) from outcome group by state order by 1"))
                .containsExactly("CREATED 182", "FAILED 1");
    }

    @Test
    void keepsWhatGridSaidOfTheRowItRefused() {
        work.importing(SAMPLE);

        Map<String, String> refused = work.rows("_failed.csv").stream()
                .filter(row -> row.get("platformCustomerId").contains("-gridfail"))
                .findFirst()
                .orElseThrow();
        assertThat(work.ledger("select code || ': ' || message from outcome where state = 'FAILED'"))
                .containsExactly(refused.get("gridload_code") + ": " + refused.get("gridload_error"));
        assertThat(refused.get("gridload_hint")).isEqualTo("correct what Grid names, then import this file");
    }

    @Test
    void sendsNothingWhenTheFileIsAlreadyImported() {
        work.importing(SAMPLE);
        int requests = work.grid.journal().exchanges().size();

        CommandRun again = work.importing(SAMPLE);

        assertThat(again.exitCode()).isEqualTo(4);
        assertThat(again.said().get(0))
                .matches("customers\\.csv is already imported: import 1 of [-0-9T:.]+Z\\. "
                        + "Nothing was sent; this is its result\\.");
        assertThat(again.said())
                .contains("         182  created           in Grid, read back from its list")
                .contains("Its files are in " + work.results + "; to write them again: gridload results 1");
        assertThat(work.grid.journal().exchanges()).hasSize(requests);
        assertThat(work.ledger("select count(*) from import")).containsExactly("1");
    }

    @Test
    void correctedFailedFileImportsAsItIs() throws IOException {
        Path file = work.write(
                "mixed.csv",
                Workplace.HEADER
                        + Workplace.row("m-1")
                        + Workplace.row("m-2").replace("1990-01-31", "31.01.1990")
                        + Workplace.row("m-3-gridfail")
                        + Workplace.row("m-4").replace("Main St", "=Main St").replace(",US,", ",USA,"));
        CommandRun first = work.importing(file);
        assertThat(first.exitCode()).isEqualTo(4);
        assertThat(first.said())
                .last()
                .asString()
                .isEqualTo("Next: correct the rows in " + work.result("_failed.csv") + " and import that file.");

        String failed = Files.readString(work.result("_failed.csv"));
        Path corrected = work.write(
                "corrected.csv",
                failed.replace("31.01.1990", "1990-01-31")
                        .replace("-gridfail", "")
                        .replace(",USA,", ",US,"));
        CommandRun second = work.importing(corrected);

        assertThat(second.said()).last().isEqualTo("Every row ended well.");
        assertThat(second.exitCode()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("m-1", "m-2", "m-3", "m-4");
    }
}
