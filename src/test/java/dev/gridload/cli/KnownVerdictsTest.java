package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code spec/verdicts.csv}: customers of every account type with what is to be said of each, by public standards and with check
 * digits that were worked out apart from this code. Its last columns hold, for a rule set, the columns with a problem.
 */
class KnownVerdictsTest {

    private static final Path ROWS = Path.of("src/test/resources/spec/verdicts.csv");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"production", "sandbox"})
    void saysOfEachRowWhatIsWrongInWhichColumnAndNothingElse(String rules) throws IOException {
        Path problems = folder.resolve("problems.csv");
        // Rows of this file share their accounts, which is no fault of any of them.
        CommandLineRun.of(
                "validate",
                ROWS.toString(),
                "--rules",
                rules,
                "--rule",
                "SAME_ACCOUNT=off",
                "--problems",
                problems.toString());

        Map<Long, Map<String, String>> worst = new TreeMap<>();
        for (CSVRecord problem : read(problems)) {
            worst.computeIfAbsent(Long.valueOf(problem.get("row")), row -> new TreeMap<>())
                    .merge(problem.get("column"), problem.get("severity"), KnownVerdictsTest::worse);
        }
        List<String> expected = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (CSVRecord row : read(ROWS)) {
            String id = row.getRecordNumber() + " " + row.get("platformCustomerId") + ": ";
            expected.add(id + row.get("gridload_" + rules));
            said.add(id + text(worst.getOrDefault(row.getRecordNumber(), Map.of())));
        }
        assertThat(said).hasSizeGreaterThan(1_000).containsExactlyElementsOf(expected);
    }

    private static String worse(String one, String other) {
        return one.equals("ERROR") ? one : other;
    }

    private static String text(Map<String, String> columns) {
        return String.join(
                " ",
                columns.entrySet().stream()
                        .map(column -> column.getValue() + " " + column.getKey())
                        .sorted()
                        .toList());
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
