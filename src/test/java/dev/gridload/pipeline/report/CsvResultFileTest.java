package dev.gridload.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.customer.Cell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvResultFileTest {

    @TempDir
    Path folder;

    @Test
    void quotesOnlyWhatMustBeQuoted() throws IOException {
        Path file = write(List.of("a,b", "say \"hi\"", "two\nlines", " edge ", "", "plain", "José 张"));

        assertThat(Files.readString(file))
                .isEqualTo("c1,c2\r\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge \",,plain,José 张\r\n");
    }

    @Test
    void writesACellOfAFileAsItWritesItsText() throws IOException {
        List<String> texts = List.of(
                "a,b",
                "say \"hi\"",
                "two\nlines",
                "cr\ronly",
                " edge",
                "edge ",
                "\tx",
                "",
                "plain",
                "x@y.example",
                "=1",
                "'=1",
                "''-1",
                "'tis",
                "＝1",
                "'＠x",
                "José 张",
                "\0",
                "a\0",
                "\"");
        CsvResultFile byText = CsvResultFile.begin(folder.resolve("text.csv"), folder.resolve("in.csv"), List.of("c"));
        CsvResultFile byBytes =
                CsvResultFile.begin(folder.resolve("bytes.csv"), folder.resolve("in.csv"), List.of("c"));
        for (String text : texts) {
            byText.write(List.of(text));
            byBytes.cell(Cell.of(text)).endRecord();
        }
        byText.finish();
        byBytes.finish();

        assertThat(folder.resolve("bytes.csv")).hasSameBinaryContentAs(folder.resolve("text.csv"));
        try (CSVParser parser =
                CSVParser.parse(folder.resolve("bytes.csv"), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            assertThat(parser.stream().skip(1).map(record -> FormulaCell.meaning(record.get(0))))
                    .containsExactlyElementsOf(texts);
        }
    }

    @Test
    void keepsARecordOfOneEmptyCell() throws IOException {
        assertThat(Files.readString(write(List.of("")))).isEqualTo("c1,c2\r\n\"\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            =1+1,       '=1+1
            +15551234,  '+15551234
            -5,         '-5
            @SUM(A1),   '@SUM(A1)
            ＝1,         '＝1
            ＋1,         '＋1
            －1,         '－1
            ＠x,         '＠x
            '=1,        ''=1
            'tis,       'tis
            a=b,        a=b
            """)
    void putsAnApostropheBeforeWhatBeginsLikeAFormula(String cell, String written) throws IOException {
        assertThat(Files.readString(write(List.of(cell)))).isEqualTo("c1,c2\r\n" + written + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "'",
                "''",
                "'a",
                "=",
                "'=",
                "''=",
                "\t=x",
                "\rx",
                "\0x",
                "'\tx",
                "+1 555",
                "-1",
                "@a",
                "\"=x\"",
                "=\"a\",b",
                "＝x",
                "'＠",
                "a\r\nb",
                "\u202Ex",
                "<script>",
                "😀"
            })
    void comesBackAsItWas(String cell) throws IOException {
        Path file = write(List.of(cell, "x", cell));

        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            CSVRecord record = parser.getRecords().get(1);
            List<String> cells = new ArrayList<>();
            record.forEach(read -> cells.add(original(read)));
            assertThat(cells).containsExactly(cell, "x", cell);
        }
    }

    @Test
    void isForItsOwnerOnlyFromTheStart() throws IOException {
        Path target = folder.resolve("failed.csv");
        try (CsvResultFile csv = CsvResultFile.begin(target, folder.resolve("in.csv"), List.of("a"))) {
            assertThat(target).doesNotExist();
            assertThat(names()).singleElement().satisfies(name -> {
                assertThat(name).startsWith(".failed.csv.").endsWith(".part");
                assertThat(mode(folder.resolve(name))).isEqualTo("rw-------");
            });
            csv.finish();
        }
        assertThat(names()).containsExactly("failed.csv");
        assertThat(mode(target)).isEqualTo("rw-------");
    }

    @Test
    void anUnfinishedFileLeavesTheOldOneAlone() throws IOException {
        Path target = Files.writeString(folder.resolve("failed.csv"), "old");

        try (CsvResultFile csv = CsvResultFile.begin(target, folder.resolve("in.csv"), List.of("a"))) {
            csv.write(List.of("1"));
        }

        assertThat(names()).containsExactly("failed.csv");
        assertThat(target).hasContent("old");
    }

    @Test
    void replacesAnOlderResult() throws IOException {
        Files.writeString(folder.resolve("result.csv"), "old");

        assertThat(write(List.of("1"))).hasContent("c1,c2\n1");
    }

    @Test
    void neverOverwritesTheInput() throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), input);

        for (Path target : List.of(input, link, folder.resolve("./x/../in.csv"))) {
            assertThatThrownBy(() -> CsvResultFile.begin(target, input, List.of("a")))
                    .isInstanceOf(ResultsNotWritten.class)
                    .hasMessage("The result file " + target
                            + " would overwrite the file that is imported. Choose another folder.");
        }
        assertThat(input).hasContent("precious");
    }

    @Test
    void saysThatTheFolderIsMissing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path missing : List.of(folder.resolve("absent"), file)) {
            assertThatThrownBy(() -> CsvResultFile.begin(missing.resolve("a.csv"), folder, List.of("a")))
                    .hasMessage("There is no folder " + missing
                            + " for the result file a.csv. Create it, or choose another.");
        }
    }

    @Test
    void saysWhyTheDiskDidNotTakeIt() {
        Path target = folder.resolve("a.csv");

        assertThat(ResultsNotWritten.because(target, new IOException("No space left on device")))
                .hasMessage("The disk is full: " + target
                        + " was not written. Make room, then write the results again: gridload results ID.");
        String readOnly = "The folder " + folder + " may not be written to: a.csv is missing."
                + " Change its permissions, or choose another.";
        assertThat(ResultsNotWritten.because(target, new AccessDeniedException("x")))
                .hasMessage(readOnly);
        assertThat(ResultsNotWritten.because(target, new FileSystemException("x", null, "Read-only file system")))
                .hasMessage(readOnly);
        assertThat(ResultsNotWritten.because(target, new IOException("Input/output error")))
                .hasMessage(
                        "The result file " + target
                                + " was not written (IOException). Check the disk, then write the results again: gridload results ID.");
    }

    /** What a reader does with a cell of a result file. */
    private static String original(String cell) {
        String rest = cell.replaceFirst("^'+", "");
        boolean marked = cell.startsWith("'") && !rest.isEmpty() && FormulaCell.STARTS.indexOf(rest.charAt(0)) >= 0;
        return marked ? cell.substring(1) : cell;
    }

    private Path write(List<String> cells) throws IOException {
        Path target = folder.resolve("result.csv");
        try (CsvResultFile csv = CsvResultFile.begin(target, folder.resolve("in.csv"), List.of("c1", "c2"))) {
            csv.write(cells);
            csv.finish();
        }
        return target;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
