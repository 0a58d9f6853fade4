package dev.gridload.functional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal.Exchange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job files in jobs/, each with the files that it is written for, and the two settings that hold an import back. */
class JobsIT {

    private Workplace work;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        work = Workplace.in(folder);
    }

    @AfterEach
    void leave() {
        work.close();
    }

    private Path job(String name) throws IOException {
        return Files.copy(Path.of("jobs", name), work.folder.resolve(name));
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        Path file = work.folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, charset);
    }

    @Test
    void nightlyTakesTheFilesOfANightAndArchivesThem() throws IOException {
        String header = "customer_no,kind,name,born_on,street,city,state,zip,account_no,aba,accountCategory,bankName\n";
        Path first = write("drop/customers_2026-11-20.csv", header + """
                n-1,P,Ada Quill,1990-01-31,1 Main St,Austin,TX,78701,123456789,021000021,CHK,Chase
                n-2,P,Omar Reyes,1985-06-02,2 Main St,Austin,TX,78701,987654321,021000021,SAV,Chase
                """, StandardCharsets.UTF_8);
        Path second = write("drop/customers_2026-11-21.csv", header + """
                n-3,P,Mei Lind,1979-12-24,3 Main St,Austin,TX,78701,555123456,021000021,CHK,Chase
                """, StandardCharsets.UTF_8);
        Path parked = write("drop/customers_old.csv", header, StandardCharsets.UTF_8);

        CommandRun run = work.gridload("import", job("nightly.yaml").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("n-1", "n-2", "n-3");
        assertThat(work.ledger("select text from import_row_1 where record_no = 2"))
                .singleElement()
                .asString()
                .contains("987654321", "SAVINGS", "US_ACCOUNT", "INDIVIDUAL");
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(parked).exists();
        assertThat(work.folder.resolve("drop/done/1_customers_2026-11-20.csv")).exists();
        assertThat(work.records(work.folder.resolve("results/customers_2026-11-21_2_success.csv")))
                .hasSize(1);
    }

    @Test
    void migrationReadsTheOldSystemsExportAndItsWords() throws IOException {
        write("export/customers-full.csv", """
                CUST_ID;CUST_TYPE;HOLDER;DOB;COMPANY;ADDR_1;TOWN;REGION;POSTCODE;CTRY;ACCT_REF;ACCT_TYPE;ACCT_NO;BANK;routingNumber;accountCategory;clabeNumber;iban
                m-1;1;José Núñez;1981-03-04;;Calle Ñ 1;México;CMX;06000;MEX;r-1;SPEI;;Banamex;;;002010077777777771;
                m-2;1;Kari Nordmann;1975-05-17;;Storgata 1;Oslo;Oslo;0155;NOR;r-2;SEPA;;DNB;;;;NO9386011117947
                m-3;2;;;Acme GmbH;1 Main St;Austin;TX;78701;USA;r-3;DOM;123456789;Chase;021000021;CHECKING;;
                """, Charset.forName("windows-1252"));

        CommandRun run = work.gridload("import", job("migration.yaml").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("m-1", "m-2", "m-3");
        assertThat(work.ledger("select text from import_row_1 where record_no < 3 order by record_no"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("José Núñez", "MX", "002010077777777771"),
                        row -> assertThat(row).contains("NO", "NO9386011117947"));
    }

    @Test
    void reimportSendsTheCorrectedFileOfAnEarlierImport() throws IOException {
        Path wrong = work.write(
                "new.csv",
                Workplace.HEADER + Workplace.row("r-1") + Workplace.row("r-2").replace("1990-01-31", "1990-02-31"));
        assertThat(work.importing(wrong).exitCode()).isEqualTo(4);
        String failed = Files.readString(work.result("_failed.csv"));
        write("corrected/new_1_failed.csv", failed.replace("1990-02-31", "1990-02-28"), StandardCharsets.UTF_8);

        CommandRun run = work.gridload("import", job("reimport.yaml").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(work.created()).containsExactlyInAnyOrder("r-1", "r-2");
        assertThat(work.folder.resolve("corrected/done/2_new_1_failed.csv")).exists();
    }

    @Test
    void importStopsBeforeItSendsMoreThanTooManyFailures() {
        Path file = work.write(
                "new.csv",
                Workplace.HEADER
                        + Workplace.row("f-1")
                        + Workplace.row("f-2-gridfail")
                        + Workplace.row("f-3")
                        + Workplace.row("f-4")
                        + Workplace.row("f-5").replace("1990-01-31", "31 Jan"));

        CommandRun run = work.importing(file, "--part-rows", "2", "--jobs", "1", "--max-failures", "1");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.said())
                .contains(
                        "Paused: more rows were rejected or failed than --max-failures allows; what was sent before is"
                                + " settled.");
        assertThat(work.created()).containsExactly("f-1");
        assertThat(work.rows("_unprocessed.csv"))
                .extracting(row -> row.get("platformCustomerId"))
                .containsExactly("f-3", "f-4");

        CommandRun more = work.importing(file, "--max-failures", "2");

        assertThat(more.exitCode()).as(more.err()).isEqualTo(4);
        assertThat(work.created()).containsExactlyInAnyOrder("f-1", "f-3", "f-4");
    }

    @Test
    void rateHoldsForEverythingThatIsSent() {
        CommandRun run = work.importing(work.customers("ten.csv", "q", 10), "--part-rows", "2", "--rate", "4");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<Instant> times = work.grid.journal().exchanges().stream()
                .filter(exchange -> !exchange.path().endsWith("/config"))
                .map(Exchange::time)
                .toList();
        assertThat(times).hasSizeGreaterThan(10);
        // Noise on the machine makes it slower, never faster; without a rate all of it takes less than a second.
        Duration atFourASecond = Duration.ofMillis(250L * (times.size() - 1));
        assertThat(Duration.between(times.get(0), times.get(times.size() - 1)))
                .isGreaterThan(atFourASecond.dividedBy(2));
    }
}
