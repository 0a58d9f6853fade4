package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single records come to. In the table, ¶ stands for a line feed, ← for a carriage return and · for a space. */
class RecordsTest {

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "quote inside an unquoted field ! 1,5\"·pipe¶          ! 1:2 [1][5\"·pipe]",
                "doubled quotes                 ! 1,\"a\"\"b\"¶        ! 1:2 [1][a\"b]",
                "only a quote in quotes         ! 1,\"\"\"\"¶          ! 1:2 [1][\"]",
                "empty quoted field             ! 1,\"\"¶              ! 1:2 [1][]",
                "spaces are kept                ! ·1,·a·¶              ! 1:2 [·1][·a·]",
                "quote after a space            ! 1,·\"a\"¶            ! 1:2 [1][·\"a\"]",
                "no line end after the last     ! 1,a                  ! 1:2 [1][a]",
                "delimiter at the very end      ! 1,                   ! 1:2 [1][]",
                "quote at the very end          ! 1,\"a\"              ! 1:2 [1][a]",
                "carriage returns               ! 1,a←2,b←             ! 1:2 [1][a] 2:3 [2][b]",
                "line ends mixed                ! 1,a←¶2,b←3,c¶        ! 1:2 [1][a] 2:3 [2][b] 3:4 [3][c]",
                "line ends in quotes            ! 1,\"a←¶b←c¶d\"¶2,e¶  ! 1:2 [1][a←¶b←c¶d] 2:6 [2][e]",
                "blank line in quotes           ! 1,\"a¶¶b\"¶2,e¶      ! 1:2 [1][a¶¶b] 2:5 [2][e]",
                "text after the closing quote   ! 1,\"a\"b¶2,c¶        ! 1:2 QUOTE_BROKEN 2:3 [2][c]",
                "space after the closing quote  ! 1,\"a\"·¶2,c¶        ! 1:2 QUOTE_BROKEN 2:3 [2][c]",
                "broken on a later line         ! 1,\"a¶2,b¶3,\"c¶4,d¶ ! 1:2 QUOTE_BROKEN 2:3 [2][b] 3:4 QUOTE_UNCLOSED 4:5 [4][d]",
                "never closed                   ! 1,\"a¶2,b¶           ! 1:2 QUOTE_UNCLOSED 2:3 [2][b]",
                "never closed, on the last line ! 1,a¶2,\"             ! 1:2 [1][a] 2:3 QUOTE_UNCLOSED",
                "quoted rows are not smuggled in! 1,\"a¶2,b\",c¶3,d¶   ! 1:2 COLUMN_COUNT 2:4 [3][d]",
                "too few fields                 ! 1¶2,b¶               ! 1:2 COLUMN_COUNT 2:3 [2][b]",
                "nothing but delimiters         ! ,¶,,,¶               ! 1:2 EMPTY_ROW 2:3 EMPTY_ROW",
                "nothing but a space            ! ·¶                   ! 1:2 EMPTY_ROW",
                "nothing but empty quotes       ! \"\",\"·\"¶          ! 1:2 EMPTY_ROW",
            })
    void readsRecords(String name, String content, String expected) {
        assertThat(shown(Reading.rows(directory, "id,name\n" + bytes(content))))
                .as(name)
                .isEqualTo(expected);
    }

    @Test
    void aDefectSaysWhereAndWhatToDoAndShowsNoValue() {
        List<SourceRow> rows = Reading.rows(directory, "id,name\n1,Ada\n2,\"Eve\" Quill\n");
        assertThat(rows.get(1))
                .isEqualTo(new SourceRow(
                        2,
                        3,
                        List.of(),
                        new Problem(
                                2,
                                3,
                                null,
                                "name",
                                Severity.ERROR,
                                "QUOTE_BROKEN",
                                "the quote that opens in column name on line 3 is closed, but text follows where a"
                                        + " delimiter or a line end must stand",
                                "Double every quote inside a quoted field, or remove its quotes; reading went on at the next line",
                                null)));
    }

    @Test
    void namesTheLineWhereTheQuoteOpensAndNotWhereTheRowBegins() {
        List<SourceRow> rows = Reading.rows(directory, "id,name,note\n1,\"a\nb\",\"c\n");
        assertThat(rows.get(0).defect())
                .extracting(Problem::line, Problem::column, Problem::message)
                .containsExactly(2L, "note", "the quote that opens in column note on line 3 is never closed");
    }

    @Test
    void readsTheExampleOfTheGuides() {
        List<SourceRow> rows = Reading.rows(directory, """
                platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,accountType,accountNumber,bankName,platformAccountId,businessLegalName,routingNumber,accountCategory
                customer123,INDIVIDUAL,John Doe,1990-01-15,123 Main St,San Francisco,CA,94105,US,US_ACCOUNT,123456789,Chase Bank,chase_primary_1234,,222888888,SAVINGS
                biz456,BUSINESS,,,400 Commerce Way,Austin,TX,78701,US,US_ACCOUNT,987654321,Bank of America,boa_business_5678,Acme Corp,121212121,CHECKING
                """);
        assertThat(rows)
                .hasSize(2)
                .allMatch(row -> row.defect() == null && row.values().size() == 16);
        assertThat(rows.get(1).values())
                .startsWith("biz456", "BUSINESS", "", "")
                .endsWith("121212121", "CHECKING");
    }

    @Test
    void aFileOfOneColumnHasNoDelimiter() {
        assertThat(shown(Reading.rows(directory, "id\n1\n\n2\n"))).isEqualTo("1:2 [1] 2:4 [2]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50})
    void aRecordOfExactlyTheLimitIsReadWhateverIsReadAtOnce(int readBytes) {
        Limits limits = new Limits(100, 20, 4, readBytes, 1);
        String content = "id,name\r\n1," + "a".repeat(18) + "\r\n2," + "b".repeat(19) + "\r\n3,c\r\n";
        SpooledInput input = Reading.spool(directory, content.getBytes(StandardCharsets.US_ASCII), limits);
        assertThat(shown(Reading.rows(input, limits)))
                .isEqualTo("1:2 [1][aaaaaaaaaaaaaaaaaa] 2:3 RECORD_TOO_LONG 3:4 [3][c]");
    }

    @Test
    void blocksAreReadInAnyOrder() {
        Limits limits = new Limits(100, 100, 4, 5, 1);
        byte[] content = "id,name\n1,Ada\n2,Eve\n3,Liv\n".getBytes(StandardCharsets.US_ASCII);
        SpooledInput input = Reading.spool(directory, content, limits);
        try (BlockReader reader = new BlockReader(input, limits)) {
            assertThat(List.of(2, 0, 1, 0))
                    .extracting(
                            block -> shown(Reading.rows(reader, input.blocks().get(block))))
                    .containsExactly("3:4 [3][Liv]", "1:2 [1][Ada]", "2:3 [2][Eve]", "1:2 [1][Ada]");
        }
    }

    private static String bytes(String shown) {
        return shown.replace('¶', '\n').replace('←', '\r').replace('·', ' ');
    }

    private static String shown(List<SourceRow> rows) {
        return rows.stream()
                .map(row -> row.row() + ":" + row.line() + " " + shown(row))
                .collect(Collectors.joining(" "));
    }

    private static String shown(SourceRow row) {
        Problem defect = row.defect();
        return defect != null
                ? defect.code()
                : row.values().stream()
                        .map(value -> "["
                                + value.replace('\n', '¶').replace('\r', '←').replace(' ', '·') + "]")
                        .collect(Collectors.joining());
    }
}
