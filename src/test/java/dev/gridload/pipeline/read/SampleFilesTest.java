package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gridload.customer.Problem;
import dev.gridload.customer.SourceRow;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of sample-data that is about reading. */
class SampleFilesTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final int NAME = 2;
    private static final int ADDRESS = 4;

    @ParameterizedTest
    @ValueSource(strings = {"bom.csv", "tab.tsv", "pipe.csv", "crlf.csv", "cr-only.csv", "mixed-line-ends.csv"})
    void readsTheSameCustomersHoweverTheyAreWritten(String file) {
        List<SourceRow> plain = read("plain.csv");
        assertThat(plain)
                .hasSize(3)
                .allMatch(row -> row.defect() == null && row.values().size() == 16);
        assertThat(read(file)).isEqualTo(plain);
        assertThat(scan(file).header()).isEqualTo(scan("plain.csv").header());
    }

    @ParameterizedTest
    @CsvSource({"plain.csv, 2c", "semicolon.csv, 3b", "tab.tsv, 9", "pipe.csv, 7c"})
    void findsTheDelimiterInTheHeader(String file, String delimiter) {
        assertThat(scan(file).dialect())
                .hasToString("delimiter=" + delimiter + " charset=UTF-8 bom=false original=UTF-8 columns=16");
    }

    @Test
    void keepsTheOtherDelimitersInFields() {
        assertThat(read("semicolon.csv").get(0).values()).contains("14 Harbor Street, Flat 2");
    }

    @Test
    void countsTheLinesInsideOfQuotes() {
        List<SourceRow> rows = read("quoted-newlines.csv");
        assertThat(rows).extracting(SourceRow::line).containsExactly(2L, 4L, 6L);
        assertThat(rows.get(0).values().get(ADDRESS)).isEqualTo("14 Harbor Street\nFlat 2");
        assertThat(rows.get(1).values().get(ADDRESS)).isEqualTo("9 Mill Lane\r\nBack \"yard\" house");
    }

    @Test
    void blankLinesAreNoRecordsButCount() {
        List<SourceRow> rows = read("blank-lines.csv");
        assertThat(rows)
                .extracting(SourceRow::row, SourceRow::line)
                .containsExactly(tuple(1L, 5L), tuple(2L, 7L), tuple(3L, 8L));
        assertThat(Reading.values(rows)).isEqualTo(Reading.values(read("plain.csv")));
    }

    @Test
    void aRaggedRowFailsAlone() {
        List<SourceRow> rows = read("ragged.csv");
        assertThat(rows).hasSize(4);
        assertThat(defects(rows))
                .extracting(Problem::row, Problem::line, Problem::code, Problem::message, Problem::hint)
                .containsExactly(
                        tuple(
                                2L,
                                3L,
                                "COLUMN_COUNT",
                                "row has 17 fields, the header has 16 columns",
                                "Usually a field that contains the delimiter stands without quotes: put it in double quotes"),
                        tuple(
                                3L,
                                4L,
                                "COLUMN_COUNT",
                                "row has 11 fields, the header has 16 columns",
                                "Usually a delimiter is missing, or a line break stands in a field without quotes: add the delimiter, or put the field in double quotes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stray-quote.csv | QUOTE_BROKEN | fullName | the quote that opens in column fullName on line 3 is closed, but text follows where a delimiter or a line end must stand",
                "unclosed-quote.csv | QUOTE_UNCLOSED | fullName | the quote that opens in column fullName on line 3 is never closed",
                "bad-utf8.csv | ENCODING | fullName | byte 29 of the row is not valid UTF-8",
                "nul.csv | CONTROL_CHARACTER | fullName | the field in column fullName holds a NUL byte, which text never does",
                "unnamed-columns.csv | COLUMN_UNNAMED | | the row has a value in column 17, which has no name in the header",
            })
    void oneBrokenRowFailsAlone(String file, String code, String column, String message) {
        List<SourceRow> rows = read(file);
        assertThat(defects(rows))
                .extracting(Problem::code, Problem::column, Problem::message)
                .containsExactly(tuple(code, column, message));
        assertThat(rows.stream().filter(row -> row.defect() == null))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(row -> row.values().size() == 16);
    }

    @Test
    void rowsWithoutAnyValueAreNamedSo() {
        assertThat(defects(read("empty-rows.csv")))
                .extracting(Problem::line, Problem::code, Problem::message)
                .containsExactly(
                        tuple(5L, "EMPTY_ROW", "the row has no values"),
                        tuple(6L, "EMPTY_ROW", "the row has no values"));
    }

    @Test
    void hashAndBackslashAreOrdinaryCharacters() {
        List<SourceRow> rows = read("hash-and-backslash.csv");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).values().get(0)).isEqualTo("#cust-1001");
        assertThat(rows.get(1).values().get(15)).isEqualTo("SAVINGS\\");
    }

    @Test
    void readsOtherCharsetsWhenTheyAreNamed() {
        assertThat(name("latin1.csv", StandardCharsets.ISO_8859_1)).isEqualTo("Zoë Nuñez");
        assertThat(name("windows-1252.csv", Charset.forName("windows-1252"))).isEqualTo("Zoë O’Quill");
        assertThat(name("utf16-le.csv", StandardCharsets.UTF_16)).isEqualTo("Zoë Nuñez");
    }

    @Test
    void readsUtf16ByItsByteOrderMark() {
        SpooledInput input = scan("utf16-le.csv");
        assertThat(input.dialect()).hasToString("delimiter=9 charset=UTF-8 bom=true original=UTF-16LE columns=16");
        assertThat(input.header().names()).startsWith("platformCustomerId");
        assertThat(Reading.rows(input).get(1).values()).contains("Málaga Springs");
    }

    @ParameterizedTest
    @CsvSource({"latin1.csv, Zoë Nuñez", "windows-1252.csv, Zoë O’Quill"})
    void tellsTheCharsetOfAFileThatIsNotUtf8(String file, String fullName) {
        SpooledInput input = scan(file);
        assertThat(input.notes()).containsExactly("read as windows-1252 (detected); --charset overrules");
        assertThat(input.dialect())
                .hasToString("delimiter=2c charset=windows-1252 bom=false original=windows-1252 columns=16");
        assertThat(Reading.rows(input).get(0).values().get(NAME)).isEqualTo(fullName);
    }

    @ParameterizedTest
    @CsvSource({"packed.csv.gz, unpacked with gzip", "packed.zip, unpacked from zip: plain.csv"})
    void readsWhatIsPacked(String file, String note) {
        assertThat(read(file)).isEqualTo(read("plain.csv"));
        assertThat(scan(file).notes()).containsExactly(note);
    }

    @Test
    void aFileThatChangesItsCharsetHalfWayFailsFromThere() {
        assertThat(scan("mixed-charsets.csv").notes())
                .containsExactly("not all of the file is UTF-8: 2 of 12 rows with other than ASCII characters are in "
                        + "another charset or damaged");
        assertThat(defects(read("mixed-charsets.csv")))
                .extracting(Problem::row, Problem::column, Problem::code)
                .containsExactly(tuple(11L, "fullName", "ENCODING"), tuple(12L, "fullName", "ENCODING"));
    }

    @Test
    void aHeaderAloneIsAFileWithoutRecords() {
        SpooledInput input = scan("header-only.csv");
        assertThat(input.records()).isZero();
        assertThat(input.blocks()).isEmpty();
    }

    @Test
    void aFirstLineOfValuesIsNoHeader() {
        assertThatThrownBy(() -> scan("no-header.csv"))
                .isInstanceOf(InputProblem.class)
                .hasMessage(
                        "sample-data/no-header.csv, line 1: expected column names, but column 4 holds a number, a date"
                                + " or an address. Add a first line that names the columns; gridload template prints one.");
    }

    @Test
    void readsOtherAccountTypes() {
        List<SourceRow> rows = read("iban-and-clabe.csv");
        assertThat(rows.get(0).values()).contains("DE89370400440532013000");
        assertThat(rows.get(1).values()).contains("012345678901234568");
    }

    private static String name(String file, Charset charset) {
        return Reading.rows(Intake.scan(SAMPLES.resolve(file), new InputOptions(charset, null)))
                .get(0)
                .values()
                .get(NAME);
    }

    private static SpooledInput scan(String file) {
        return Intake.scan(SAMPLES.resolve(file), InputOptions.detect());
    }

    private static List<SourceRow> read(String file) {
        return Reading.rows(scan(file));
    }

    private static List<Problem> defects(List<SourceRow> rows) {
        return rows.stream().map(SourceRow::defect).filter(Objects::nonNull).toList();
    }
}
