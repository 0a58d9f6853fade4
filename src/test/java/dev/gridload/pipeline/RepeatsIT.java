package dev.gridload.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.Problem;
import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.RouteChoice;
import dev.gridload.ledger.DatabaseSettings;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.NewImport;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.SeenRows;
import dev.gridload.ledger.StagedRows;
import dev.gridload.ledger.StoredBlock;
import dev.gridload.pipeline.read.InputOptions;
import dev.gridload.pipeline.read.Intake;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every line of {@code spec/repeats.csv}, judged by {@code validate} in memory, by {@code validate} on disk and by the ledger:
 * rows as {@code id uma accountNumber [name]}, and what is expected as {@code row CODE firstRow}.
 */
class RepeatsIT {

    private static final RouteChoice BULK = new RouteChoice(RouteChoice.Asked.BULK, 1);

    private static Ledger ledger;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        TestPostgres.Database fresh = TestPostgres.freshDatabase();
        ledger = Ledger.open(new DatabaseSettings(fresh.jdbcUrl(), fresh.user(), fresh.password()));
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/spec/repeats.csv", numLinesToSkip = 1)
    void validateAndImportJudgeRepetitionsAlike(String name, String rows, String expected) throws IOException {
        SpooledInput input = input(rows);
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(";"));

        assertThat(checked(input, RuleSet.production(), 1_000)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(checked(input, RuleSet.production(), 1)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(staged(input, RuleSet.production())).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void countsARowThatRepeatsTwoThingsTheSameInAFileOfAnySize() throws IOException {
        SpooledInput input = input("a1 $u@x.org 1;b2 $u@x.org 2;b2 $u@x.org 2;c3 $c@x.org 3");
        List<Problem> small = new ArrayList<>();
        List<Problem> large = new ArrayList<>();
        RuleSet rules = RuleSet.production();

        FileCheck.Found inMemory =
                new FileCheck(input, List.of(), validator(input, rules), rules, BULK).run(small::add, 9);
        FileCheck.Found onDisk =
                new FileCheck(input, List.of(), validator(input, rules), rules, BULK).run(large::add, 1);

        assertThat(onDisk).isEqualTo(inMemory);
        assertThat(onDisk.duplicates()).isEqualTo(1);
        assertThat(onDisk.rejected()).isEqualTo(1);
        assertThat(large).isEqualTo(small);
    }

    @Test
    void weighsWhatMayBeWeighedAlike() throws IOException {
        SpooledInput input = input("c1 $a@x.org 1;c2 $a@x.org 1");
        RuleSet strict = RuleSet.production()
                .with("SAME_ACCOUNT", dev.gridload.customer.Severity.ERROR)
                .with("DUPLICATE_UMA", null);
        RuleSet lenient = RuleSet.production()
                .with("SAME_ACCOUNT", null)
                .with("DUPLICATE_UMA", dev.gridload.customer.Severity.WARNING);

        assertThat(checked(input, strict, 9)).containsExactly("2 SAME_ACCOUNT 1");
        assertThat(staged(input, strict)).containsExactly("2 SAME_ACCOUNT 1");
        assertThat(checked(input, lenient, 9)).containsExactly("2 DUPLICATE_UMA 1");
        assertThat(staged(input, lenient)).containsExactly("2 DUPLICATE_UMA 1");
    }

    private SpooledInput input(String rows) throws IOException {
        StringBuilder csv = new StringBuilder(
                "platformCustomerId,umaAddress,customerType,fullName,birthDate,addressLine1,"
                        + "city,state,postalCode,country,accountType,routingNumber,accountNumber,accountCategory,bankName,currencyCode\n");
        for (String row : rows.split(";")) {
            String[] parts = row.split(" ");
            csv.append(parts[0].equals("!") ? "" : parts[0]).append(',');
            csv.append(parts[1].equals("-") ? "" : parts[1]);
            csv.append(",INDIVIDUAL,")
                    .append(parts.length > 3 ? parts[3] : "Jane Doe")
                    .append(",1990-01-15,1 Main St,Springfield,IL,62704,US,");
            csv.append(account(parts[2])).append('\n');
        }
        return Intake.scan(Files.writeString(folder.resolve("in.csv"), csv), InputOptions.detect());
    }

    private static String account(String number) {
        return switch (number) {
            case "-" -> ",,,,,";
            case "F" -> "FBO,,,,,USD";
            default -> "US_ACCOUNT,021000021,1234" + number + ",CHECKING,Chase,";
        };
    }

    private static List<String> checked(SpooledInput input, RuleSet rules, int inMemory) {
        List<Problem> problems = new ArrayList<>();
        FileCheck.Found found =
                new FileCheck(input, List.of(), validator(input, rules), rules, BULK).run(problems::add, inMemory);
        assertThat(found.valid() + found.rejected() + found.duplicates()).isEqualTo(input.records());
        return problems.stream()
                .filter(problem -> isRepeat(problem.code()))
                .map(problem -> said(problem.row(), problem.code(), problem.message()))
                .toList();
    }

    /** As staging an import does it: the same whether all rows are compared or suspects only. */
    private static List<String> staged(SpooledInput input, RuleSet rules) {
        List<String> said = staged(input, rules, SeenRows.of(input.records()));
        assertThat(staged(input, rules, SeenRows.none())).isEqualTo(said);
        return said;
    }

    /** With the counts of the ledger held to those of {@code validate}. */
    private static List<String> staged(SpooledInput input, RuleSet rules, SeenRows seen) {
        Validator validator = validator(input, rules);
        List<StoredBlock> blocks = input.blocks().stream()
                .map(b -> new StoredBlock(b.number(), b.offset(), b.length(), b.firstRow(), b.firstLine(), b.records()))
                .toList();
        ImportRecord record = ledger.imports()
                .findOrCreate(new NewImport(
                        "t",
                        "in.csv",
                        input.sha256(),
                        input.bytes(),
                        input.sha256() + rules.hashCode() + seen.hashCode(),
                        "grid",
                        "csv",
                        "[]",
                        "{}",
                        input.records(),
                        "spool",
                        "out",
                        blocks));
        try (Lease lease = ledger.leases().acquire(record.id());
                SourceRows source = new SourceRows(input)) {
            BlockCheck check = new BlockCheck(
                    source,
                    validator,
                    new BulkCsv(Mapping.of(input.header()).columns()),
                    new ExternalAccounts(false),
                    BULK);
            for (StoredBlock block : blocks) {
                StagedRows rows = new StagedRows(record.id(), block.records(), seen);
                List<Problem> problems = check.check(block, rows::add);
                ledger.staging().stage(lease, block, rows, problems);
            }
            ledger.staging().close(lease, 100, 1_000_000, check.repeats(), false, seen);
        }
        FileCheck.Found found = new FileCheck(input, List.of(), validator, rules, BULK).run(problem -> {});
        Progress progress = ledger.results().progress(record.id());
        assertThat(List.of(
                        progress.rejected(),
                        progress.duplicates(),
                        progress.errors(),
                        progress.warnings(),
                        progress.unprocessed()))
                .isEqualTo(
                        List.of(found.rejected(), found.duplicates(), found.errors(), found.warnings(), found.valid()));
        JdbcClient sql = JdbcClient.create(ledger.dataSource());
        assertThat(bytes(sql, "select sum(bytes) from submission where import_id = ?", record.id()))
                .isEqualTo(bytes(sql, """
                        select sum(octet_length(text) + 1) from import_row
                         where import_id = ? and state = 'STAGED' and not direct
                        """, record.id()));
        return sql
                .sql("select record_no, code, message from problem where import_id = ? order by record_no, code")
                .param(record.id())
                .query((row, n) -> said(row.getLong(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(said -> isRepeat(said.split(" ")[1]))
                .toList();
    }

    private static long bytes(JdbcClient sql, String query, long id) {
        return sql.sql(query).param(id).query((row, n) -> row.getLong(1)).single();
    }

    private static Validator validator(SpooledInput input, RuleSet rules) {
        return new Validator(Mapping.of(input.header()), rules, Clock.systemUTC());
    }

    private static boolean isRepeat(String code) {
        for (DuplicateRule rule : DuplicateRule.values()) {
            if (rule.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static String said(long row, String code, String message) {
        return row + " " + code + message.replaceFirst(".*already in row ([0-9]+).*", " $1");
    }
}
