package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.SourceRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which charset a file is read in that does not name its own. */
class CharsetTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252 | windows-1252 | José Muñoz; François Lefèvre; Jürgen Groß; Åsa Öberg; Zoë O’Quill; Mª Dolores",
                "ISO-8859-1 | windows-1252 | José Muñoz; Élodie Brûlé; João Conceição; Søren Ærø",
                "windows-1251 | windows-1251 | Иван Петров; Мария Сидорова; Алексей Кузнецов; улица Ленина, Москва",
                "windows-1253 | ISO-8859-7 | Γιώργος Παπαδόπουλος; Μαρία Νικολάου; Αθήνα και Θεσσαλονίκη",
                "Shift_JIS | Shift_JIS | 山田太郎; 鈴木花子; 東京都千代田区; ひらがなとカタカナ",
                "GB18030 | GB18030 | 王小明; 李娜; 北京市朝阳区; 上海市浦东新区",
                "UTF-16LE | UTF-16LE | José Muñoz; Иван Петров; 山田太郎",
                "UTF-16BE | UTF-16BE | José Muñoz; Иван Петров; 山田太郎",
            })
    void tellsTheCharsetAndSaysSo(String written, String told, String names) throws IOException {
        List<String> values = List.of(names.split("; "));
        SpooledInput input = scan(file(values, Charset.forName(written)));
        assertThat(input.notes()).containsExactly("read as " + told + " (detected); --charset overrules");
        assertThat(input.dialect().original()).isEqualTo(Charset.forName(told));
        assertThat(values(Reading.rows(input))).isEqualTo(values);
    }

    @Test
    void spoolsTheConvertedTextAlone() throws IOException {
        byte[] content = file(List.of("山田太郎", "鈴木花子", "東京都千代田区"), Charset.forName("Shift_JIS"));
        SpooledInput input = Reading.spool(directory, content, Limits.DEFAULT);
        assertThat(input.file()).hasContent(new String(content, Charset.forName("Shift_JIS")));
        try (var files = Files.list(directory)) {
            assertThat(files.toList()).containsExactly(input.file());
        }
    }

    @Test
    void aGivenCharsetDecides() throws IOException {
        Path file = Files.write(directory.resolve("in.csv"), file(List.of("José", "Zoë"), StandardCharsets.ISO_8859_1));
        SpooledInput input = Intake.scan(file, new InputOptions(StandardCharsets.UTF_8, null));
        assertThat(input.notes()).isEmpty();
        assertThat(Reading.rows(input)).allMatch(row -> row.defect() != null);
    }

    @Test
    void aHeaderWithAccentsIsReadInTheDetectedCharset() throws IOException {
        SpooledInput input = scan("id;año\n1;x\n2;Begoña\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(input.header().names()).containsExactly("id", "año");
        assertThat(input.notes()).containsExactly("read as windows-1252 (detected); --charset overrules");
    }

    @Test
    void oneBadRowAmongManyLeavesTheFileUtf8() throws IOException {
        byte[] content = ("id,name\n" + "1,Ada\n".repeat(500)).getBytes(StandardCharsets.UTF_8);
        content[8 + 6 * 100 + 4] = (byte) 0xE9;
        SpooledInput input = scan(content);
        assertThat(input.notes()).isEmpty();
        assertThat(input.dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Reading.rows(input))
                .filteredOn(row -> row.defect() != null)
                .extracting(SourceRow::row)
                .containsExactly(101L);
    }

    @Test
    void aRowThatIsTooLongAnywaySaysNothingOfTheCharset() throws IOException {
        String letters = "Déjà vu à l'été ".repeat(6_000);
        SpooledInput input = scan(("id,name\n1,Ada\n2," + letters + "\n3,Eve\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(input.dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Reading.rows(input))
                .filteredOn(row -> row.defect() != null)
                .extracting(row -> row.defect().code())
                .containsExactly("FIELD_TOO_LONG");
    }

    @Test
    void aCharsetWithAnotherPercentSignIsConverted() throws IOException {
        Charset charset = Charset.forName("IBM864");
        byte[] percent = {'i', 'd', ',', 'n', '\n', '1', ',', '5', '%', '\n'};
        Path file = Files.write(directory.resolve("in.csv"), percent);
        SpooledInput input = Intake.scan(file, new InputOptions(charset, null));
        assertThat(input.dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Reading.rows(input).get(0).values()).containsExactly("1", "5\u066a");
    }

    @Test
    void aFileThatChangesItsCharsetHalfWayFailsRowByRow() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(file(List.of("José", "Zoë", "Ada"), StandardCharsets.UTF_8));
        content.write("4,François\n5,Jürgen\n6,Eve\n".getBytes(StandardCharsets.ISO_8859_1));
        SpooledInput input = scan(content.toByteArray());
        assertThat(input.notes())
                .containsExactly("not all of the file is UTF-8: 2 of 4 rows with other than ASCII characters are in"
                        + " another charset or damaged");
        List<SourceRow> rows = Reading.rows(input);
        assertThat(rows)
                .extracting(row -> row.defect() == null ? "" : row.defect().message())
                .containsExactly(
                        "", "", "", "byte 7 of the row is not valid UTF-8", "byte 4 of the row is not valid UTF-8", "");
        assertThat(rows.get(0).values()).containsExactly("1", "José");
    }

    @Test
    void aCharsetInWhichNamesWouldBeMangledIsNotGuessed() throws IOException {
        byte[] content =
                file(List.of("Michał Wąsik", "Łukasz Żak", "Stanisław Pałka"), Charset.forName("windows-1250"));
        List<SourceRow> rows = Reading.rows(scan(content));
        assertThat(rows)
                .extracting(row -> row.defect() == null ? "" : row.defect().code())
                .containsOnly("ENCODING");
    }

    @Test
    void theMarkOfUtf8IsMentioned() throws IOException {
        assertThat(scan("\uFEFFid,name\n1,Ada\n".getBytes(StandardCharsets.UTF_8))
                        .notes())
                .containsExactly("the UTF-8 byte order mark at the beginning is left out");
        assertThat(scan("\uFEFFid,name\n1,Ada\n".getBytes(StandardCharsets.UTF_16LE))
                        .notes())
                .containsExactly("read as UTF-16LE (by its byte order mark); --charset overrules");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"sep=;! ;", "SEP=|! |", "\"sep=;\"! ;"})
    void followsTheLineThatTellsExcelTheDelimiter(String line, char delimiter) throws IOException {
        String text = line + "\r\nid" + delimiter + "name\r\n1" + delimiter + "a,b,c\r\n";
        SpooledInput input = scan(text.getBytes(StandardCharsets.UTF_8));
        assertThat(input.dialect().delimiter()).isEqualTo(delimiter);
        List<SourceRow> rows = Reading.rows(input);
        assertThat(rows.get(0).values()).containsExactly("1", "a,b,c");
        assertThat(rows.get(0).line()).isEqualTo(3);
    }

    private SpooledInput scan(byte[] content) throws IOException {
        return Reading.scan(directory, content, Limits.DEFAULT);
    }

    private static byte[] file(List<String> names, Charset charset) {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            text.append(i + 1)
                    .append(',')
                    .append(name.contains(",") ? '"' + name + '"' : name)
                    .append('\n');
        }
        return text.toString().getBytes(charset);
    }

    private static List<String> values(List<SourceRow> rows) {
        return rows.stream().map(row -> row.values().get(1)).toList();
    }
}
