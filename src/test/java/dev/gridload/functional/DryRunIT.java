package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run says what the import then does, and only reads. */
class DryRunIT {

    @TempDir
    private Path folder;

    private Workplace work;
    private Path file;

    /** Grid has c-1 to c-3; of the file c-1 is the same, c-2 and c-3 differ, c-4 is new, and two rows are not sent. */
    @BeforeEach
    void open() {
        work = Workplace.in(folder);
        work.gridload("import", work.customers("first.csv", "c", 3).toString(), "--output", work.folder + "/first");
        file = work.write(
                "second.csv",
                Workplace.HEADER
                        + Workplace.row("c-1")
                        + Workplace.row("c-2").replace("Austin", "Dallas")
                        + Workplace.row("c-3").replace("Austin", "Dallas").replace("Quill", "Finch")
                        + Workplace.row("c-4")
                        + Workplace.row("c-4")
                        + Workplace.row("c-5").replace("INDIVIDUAL", "NOBODY"));
    }

    @AfterEach
    void close() {
        work.close();
    }

    private List<Journal.Exchange> requests() {
        return work.grid.journal().exchanges();
    }

    private List<String> dry(String... options) {
        int before = requests().size();
        String[] arguments = new String[options.length + 3];
        arguments[0] = "import";
        arguments[1] = file.toString();
        arguments[2] = "--dry-run";
        System.arraycopy(options, 0, arguments, 3, options.length);
        CommandRun run = work.gridload(arguments);
        assertThat(requests().subList(before, requests().size()))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
        int from = 0;
        while (!run.said().get(from).startsWith("Dry run: ")) {
            from++;
        }
        return run.said().subList(from, run.said().size());
    }

    @Test
    void saysHowManyWouldBeCreatedAndHowManyStayAsTheyAre() {
        assertThat(dry())
                .containsExactly(
                        "Dry run: 4 customers would be sent by the bulk route in 1 part; nothing was sent.",
                        "Grid has 3 of these customers, which would be reported and stay as they are; 1 would be created.");
    }

    @Test
    void saysHowManyWouldBeSkipped() {
        assertThat(dry("--mode", "skip"))
                .contains("Grid has 3 of these customers, of which nothing would be sent; 1 would be created.");
    }

    @Test
    void saysHowManyWouldBeUpdatedAndInWhatAndThenTheImportDoesJustThat() {
        assertThat(dry("--mode", "upsert"))
                .contains(
                        "Grid has 3 of these customers: 2 would be updated, 1 have all of it, 0 would be refused; 1 would be "
                                + "created.",
                        "  To be updated: city of 2 customers, fullName of 1 customer");

        assertThat(work.importing(file, "--mode", "upsert").said())
                .contains(
                        "           1  created           in Grid, read back from its list",
                        "Customers that Grid had, compared with their rows: 2 updated, 1 had all of it");
        assertThat(dry("--mode", "upsert"))
                .contains(
                        "Grid has 4 of these customers: 0 would be updated, 4 have all of it, 0 would be refused; 0 would be "
                                + "created.");
    }

    @Test
    void saysWhatGridWouldRefuse() {
        file = work.write(
                "business.csv",
                Workplace.HEADER
                        + "c-1,BUSINESS,,,1 Main St,Austin,TX,78701,US,,,,,,Acme Inc\n"
                        + Workplace.row("c-2").replace("Austin", "Dallas"));

        assertThat(dry("--mode", "upsert"))
                .contains(
                        "Grid has 2 of these customers: 1 would be updated, 0 have all of it, 1 would be refused; 0 would be "
                                + "created.",
                        "  Refused, since Grid never changes it: customerType of 1 customer");
        assertThat(work.importing(file, "--mode", "upsert").said())
                .contains("Customers that Grid had, compared with their rows: 1 updated, 1 failed");
    }

    @Test
    void saysItForMachinesToo() {
        CommandRun run = work.gridload("import", file.toString(), "--dry-run", "--mode", "upsert", "--json");

        assertThat(run.out())
                .contains("\"forecast\" : {")
                .containsPattern(
                        "\"fresh\" : 1,\\s+\"existing\" : 3,\\s+\"updated\" : 2,\\s+\"unchanged\" : 1,\\s+\"refused\" : 0");
    }

    @Test
    void customersOfAccountsThatGridDoesNotHaveAreCounted() {
        file = work.write(
                "accounts.csv",
                Workplace.HEADER.replace("\n", ",phoneNumber,provider\n")
                        + Workplace.row("c-1").replace("US,,,,,,\n", "US,KES_ACCOUNT,,,,,,+254712345601,M-PESA\n")
                        + Workplace.row("x-1").replace("US,,,,,,\n", "US,KES_ACCOUNT,,,,,,+254712345602,M-PESA\n"));

        assertThat(dry("--accounts-only"))
                .contains("Grid has 1 of their customers; the accounts of 1 other would be refused.");
    }

    @Test
    void unreachableGridIsSaidAndTheFileCheckedAllTheSame() {
        work.environment.put("GRID_BASE_URL", "http://127.0.0.1:1");

        CommandRun run = work.gridload("import", file.toString(), "--dry-run");

        assertThat(run.said())
                .anyMatch(
                        line -> line.startsWith("Grid did not say which customers it has (Grid at http://127.0.0.1:1 "))
                .contains("Dry run: 4 customers would be sent by the bulk route in 1 part; nothing was sent.");
    }
}
