package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What validate says of inputs that are not plain UTF-8 files, and how it exits. */
class InputFormsTest {

    private static final Path SAMPLE = Path.of("sample-data/plain.csv");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void saysThatACharsetWasDetected() {
        validate(Path.of("sample-data/windows-1252.csv"));
        assertThat(lines()).startsWith("windows-1252.csv: read as windows-1252 (detected); --charset overrules");
    }

    @Test
    void namesTheDamageThatASpreadsheetHasDone() {
        assertThat(validate(Path.of("sample-data/spreadsheet.xlsx"))).isEqualTo(4);
        assertThat(lines())
                .contains(
                        "spreadsheet.xlsx: columns birthDate, postalCode, routingNumber, accountNumber, clabeNumber, "
                                + "phoneNumber hold numbers, not text: leading zeros are lost, and so are digits after "
                                + "the 15th",
                        "spreadsheet.xlsx: 4 rows, 1 good, 3 with errors, 0 repeated; 3 errors, 2 warnings",
                        "        POSTAL_CODE_FORMAT - The column was a number in the spreadsheet, probably 02134. Format "
                                + "the column as text in the spreadsheet and export the file again",
                        "        ABA_FORMAT - The column was a number in the spreadsheet, probably 021000021. Format "
                                + "the column as text in the spreadsheet and export the file again",
                        "error   row 3 (line 4), clabeNumber: A CLABE is 18 digits; found scientific notation: "
                                + "digits are lost [****E+16]",
                        "error   row 4 (line 5), birthDate: A date of birth is written YYYY-MM-DD; found the day number "
                                + "of a spreadsheet, probably a day of 1990 [(5-8 characters)]",
                        "warning row 4 (line 5), phoneNumber: The number was written with + and its country code "
                                + "[****5678 -> ****5678]");
    }

    @Test
    void readsAWorkbookAsItReadsTheSameCsvFile() throws IOException {
        int expected = validate(SAMPLE);
        Path file = directory.resolve("customers.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Customers");
            List<String> records = Files.readAllLines(SAMPLE);
            for (int row = 0; row < records.size(); row++) {
                String[] values = records.get(row).split(",", -1);
                for (int column = 0; column < values.length; column++) {
                    sheet.value(row, column, values[column]);
                }
            }
        }
        said.reset();
        assertThat(validate(file)).isEqualTo(expected);
        assertThat(lines()).startsWith("customers.xlsx: read sheet \"Customers\" of the workbook");
    }

    @Test
    void refusesATruncatedGzipFileAsAnInputError() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            Files.copy(SAMPLE, out);
        }
        Path file = directory.resolve("customers.csv.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertThat(validate(file)).isEqualTo(1);
        assertThat(lines())
                .containsExactly("gridload: " + file + ": the compressed file ends before its content does."
                        + " Copy or download it again; nothing of it was used.");
    }

    @Test
    void refusesAZipArchiveOfTwoFilesAsAnInputError() throws IOException {
        Path file = directory.resolve("customers.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("a.csv", "b.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(SAMPLE, zip);
            }
        }
        assertThat(validate(file)).isEqualTo(1);
        assertThat(lines())
                .containsExactly("gridload: " + file + ": expected a zip archive of one file, but it holds 2: a.csv,"
                        + " b.csv. Unpack it and give the file that is meant, or all of them.");
    }

    private int validate(Path file) {
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return GridloadCommand.run(
                new String[] {"validate", file.toString()},
                Map.of(),
                new Terminal(InputStream.nullInputStream(), out, err, false, false));
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
