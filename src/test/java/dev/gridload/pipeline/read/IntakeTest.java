package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gridload.customer.Header;
import dev.gridload.customer.RowBytes;
import dev.gridload.customer.SourceRow;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final Path CUSTOMERS = Path.of("sample-data/plain.csv");

    @TempDir
    Path directory;

    @Test
    void spoolsAnExactCopyThatOnlyTheOwnerReads() throws IOException {
        Path copy = directory.resolve("copy.csv");
        SpooledInput input = Intake.spool(CUSTOMERS, copy, InputOptions.detect());
        assertThat(copy).hasSameBinaryContentAs(CUSTOMERS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(input.bytes()).isEqualTo(Files.size(CUSTOMERS));
        assertThat(input.sha256())
                .isEqualTo(HexFormat.of().formatHex(HashedInput.sha256().digest(Files.readAllBytes(CUSTOMERS))));
        assertThat(names(directory)).containsExactly("copy.csv");
    }

    @Test
    void aBlockHasNoMoreThanSoManyRecordsHoweverShortTheyAre() throws IOException {
        Path short100k = directory.resolve("short.csv");
        Files.writeString(short100k, "platformCustomerId\n" + "x\n".repeat(100_000));
        SpooledInput input = Intake.scan(short100k, InputOptions.detect());
        assertThat(input.records()).isEqualTo(100_000);
        assertThat(input.blocks().stream().map(Block::records)).containsExactly(32_768, 32_768, 32_768, 1_696);
        assertThat(input.blocks().get(3).firstRow()).isEqualTo(98_305);
        assertThat(input.blocks().get(3).firstLine()).isEqualTo(98_306);
        assertThat(Reading.rows(input)).hasSize(100_000);
    }

    @Test
    void aByteOrderMarkBelongsToTheCopyAndItsHash() throws IOException {
        Path marked = Path.of("sample-data/bom.csv");
        Path copy = directory.resolve("copy.csv");
        SpooledInput input = Intake.spool(marked, copy, InputOptions.detect());
        assertThat(copy).hasSameBinaryContentAs(marked);
        assertThat(input.dialect().bom()).isTrue();
        assertThat(input.sha256())
                .isEqualTo(HexFormat.of().formatHex(HashedInput.sha256().digest(Files.readAllBytes(marked))));
        assertThat(Reading.rows(input)).isEqualTo(Reading.rows(Intake.scan(CUSTOMERS, InputOptions.detect())));
    }

    @Test
    void leavesNothingBehindWhenTheInputIsRefused() throws IOException {
        Path copy = directory.resolve("copy.csv");
        assertThatThrownBy(() -> Intake.spool(Path.of("sample-data/no-header.csv"), copy, InputOptions.detect()))
                .isInstanceOf(InputProblem.class);
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void takesUpASpooledFileAgainFromItsFacts() {
        Path copy = directory.resolve("copy.csv");
        SpooledInput input = Intake.spool(CUSTOMERS, copy, InputOptions.detect(), 100);
        SpooledInput facts = new SpooledInput(
                copy,
                input.name(),
                input.sha256(),
                input.bytes(),
                Dialect.parse(input.dialect().toString()),
                new Header(input.header().names()),
                input.records(),
                new ArrayList<>(input.blocks()));
        assertThat(input.blocks()).hasSize(3);
        assertThat(Intake.open(copy, facts)).isEqualTo(input);
    }

    @Test
    void refusesASpooledFileOfOtherBytes() throws IOException {
        Path copy = directory.resolve("copy.csv");
        SpooledInput input = Intake.spool(CUSTOMERS, copy, InputOptions.detect());
        Files.writeString(copy, Files.readString(copy).replace("Ada", "Eve"));
        assertThatThrownBy(() -> Intake.open(copy, input))
                .hasMessage("sample-data/plain.csv: the file is not the one that was read before."
                        + " Leave files alone while they are imported; import the new file by itself.");
    }

    @Test
    void refusesAFileThatWasCutShortWhileItIsRead() throws IOException {
        Path file = Files.copy(CUSTOMERS, directory.resolve("input.csv"));
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        Files.writeString(file, "platformCustomerId\n");
        InputProblem problem = catchThrowableOfType(InputProblem.class, () -> Reading.rows(input));
        assertThat(problem.code()).isEqualTo(InputProblem.Code.FILE_CHANGED);
    }

    @Test
    void tellsNoMoreRowsThanABlockHadWhereTheFileIsChangedWhileItIsRead() throws IOException {
        Path file = directory.resolve("input.csv");
        Files.writeString(file, "id,name\n" + "1,Ada Lovelace\n".repeat(100));
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        Files.writeString(file, "id,name\n" + "1,Adas\n".repeat(200) + "1".repeat(100));
        List<RowBytes> glanced = new ArrayList<>();
        List<SourceRow> told = new ArrayList<>();

        InputProblem problem = catchThrowableOfType(InputProblem.class, () -> {
            try (BlockReader reader = new BlockReader(input)) {
                reader.rows(
                        input.blocks().get(0),
                        row -> {
                            glanced.add(row);
                            return false;
                        },
                        told::add);
            }
        });

        assertThat(problem.code()).isEqualTo(InputProblem.Code.FILE_CHANGED);
        assertThat(glanced).hasSize(100);
        assertThat(told).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void severalThreadsReadDifferentBlocksAtOnce() throws IOException, InterruptedException, ExecutionException {
        StringBuilder content = new StringBuilder("id,name\n");
        for (int row = 1; row <= 5000; row++) {
            content.append(row).append(",\"Customer\n").append(row).append("\"\n");
        }
        SpooledInput input =
                Intake.scan(Files.writeString(directory.resolve("many.csv"), content), InputOptions.detect(), 1000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (BlockReader reader = new BlockReader(input)) {
            List<Future<List<SourceRow>>> parts = input.blocks().stream()
                    .map(block -> threads.submit(() -> Reading.rows(reader, block)))
                    .toList();
            List<SourceRow> rows = new ArrayList<>();
            for (Future<List<SourceRow>> part : parts) {
                rows.addAll(part.get());
            }
            assertThat(rows).isEqualTo(Reading.rows(input));
            assertThat(rows.get(4999).line()).isEqualTo(10_000);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void saysWhereAFileIsMissing() {
        Path missing = directory.resolve("none.csv");
        InputProblem problem =
                catchThrowableOfType(InputProblem.class, () -> Intake.scan(missing, InputOptions.detect()));
        assertThat(problem).hasMessage(missing + ": there is no such file. Check the path.");
        assertThat(problem.code()).isEqualTo(InputProblem.Code.FILE_NOT_FOUND);
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> Intake.scan(directory, InputOptions.detect()))
                .hasMessage(directory + ": expected a file, found a directory. Name the CSV file in it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\r\n\n", "\uFEFF"})
    void refusesAnEmptyFile(String content) {
        assertRefused(
                content.getBytes(StandardCharsets.UTF_8),
                "FILE_EMPTY",
                "customers.csv: the file is empty. Export it again; the first line must name the columns.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d0cf11e0a1b11ae1 | customers.csv: expected a CSV file, but this one seems to be an old or password-protected Excel workbook. Save the sheet as .xlsx or CSV UTF-8.",
                "255044462d312e37 | customers.csv: expected a CSV file, but this one seems to be a PDF document. Export the customers as CSV UTF-8.",
                "6964002c6e616d650a | customers.csv, line 1: expected column names, but there are NUL bytes as in a binary file. Check that it is a CSV file whose first line names the columns.",
            })
    void saysWhatAnotherFileSeemsToBe(String bytes, String message) {
        assertRefused(HexFormat.of().parseHex(bytes), "FILE_NOT_CSV", message);
    }

    @Test
    void refusesUtf16ThatIsSaidToBeSomethingElse() throws IOException {
        Path file = Files.write(directory.resolve("input.csv"), "id,name\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> Intake.scan(file, new InputOptions(StandardCharsets.UTF_8, null)))
                .hasMessage(file + ": the file seems to be UTF-16LE without a byte order mark."
                        + " Save it as UTF-8, or give --charset UTF-16LE.");
    }

    @Test
    void refusesAHeaderInACharsetThatCannotBeTold() {
        assertRefused(
                new byte[] {'i', 'd', ',', 'a', (byte) 0xC3, '(', 'o', '\n', '1', ',', 'x', '\n'},
                "CHARSET_WRONG",
                "customers.csv, line 1: the name of column 2 is not valid UTF-8. Save the file as UTF-8, or name its"
                        + " encoding with --charset, for example --charset windows-1252.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,,name | HEADER_NAME_MISSING | customers.csv, line 1: column 2 of the header has no name, though columns after it have one. Name the column, or delete it.",
                ",,, | HEADER_MISSING | customers.csv, line 1: the first line names no column. Add a first line that names the columns; gridload template prints one.",
                "id,\"name | HEADER_BROKEN | customers.csv, line 1: the quote that opens in column 2 of the header is not closed as it must be. Check that it is a CSV file whose first line names the columns.",
            })
    void refusesAHeaderThatDoesNotNameTheColumns(String header, String code, String message) {
        assertRefused((header + "\n1,2,3,4\n").getBytes(StandardCharsets.UTF_8), code, message);
    }

    @Test
    void refusesMoreColumnsThanAreRead() {
        assertRefused(
                ("id" + ",name".repeat(512) + "\n").getBytes(StandardCharsets.UTF_8),
                "TOO_MANY_COLUMNS",
                "customers.csv, line 1: the header has 513 columns, at most 512 are read."
                        + " Remove the columns that are not needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "Shift_JIS"})
    void convertsACharsetInWhichStructureCannotBeScanned(String charset) throws IOException {
        String content = "id,name\n1,東京\n2,\"大阪\n市\"\n";
        Path file = Files.write(directory.resolve("input.csv"), content.getBytes(Charset.forName(charset)));
        Path copy = directory.resolve("copy.csv");
        SpooledInput input = Intake.spool(file, copy, new InputOptions(Charset.forName(charset), null));
        assertThat(copy).hasContent(content);
        assertThat(Reading.values(Reading.rows(input))).containsExactly(List.of("1", "東京"), List.of("2", "大阪\n市"));
    }

    @Test
    void halfAUtf16PairFailsItsRowAlone() throws IOException {
        byte[] content = "\uFEFFid,name\n1,A?\n2,Eve\n".getBytes(StandardCharsets.UTF_16LE);
        content[2 * 12] = 0x00;
        content[2 * 12 - 1] = (byte) 0xD8;
        Path file = Files.write(directory.resolve("input.csv"), content);
        List<SourceRow> rows = Reading.rows(Intake.scan(file, InputOptions.detect()));
        assertThat(rows).extracting(row -> row.defect() == null).containsExactly(false, true);
        assertThat(rows.get(1).values()).containsExactly("2", "Eve");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', 'x', '7', 'é'})
    void refusesADelimiterThatCannotBeOne(char delimiter) {
        assertThatThrownBy(() -> new InputOptions(null, delimiter))
                .hasMessage("The delimiter must be one ASCII character such as , ; | or tab, and no quote, line end,"
                        + " letter or digit");
    }

    private void assertRefused(byte[] content, String code, String message) {
        InputProblem problem =
                catchThrowableOfType(InputProblem.class, () -> Reading.spool(directory, content, Limits.DEFAULT));
        assertThat(problem).isNotNull().hasMessage(message);
        assertThat(problem.code()).hasToString(code);
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
