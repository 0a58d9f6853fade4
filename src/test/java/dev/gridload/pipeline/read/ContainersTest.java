package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed inputs: the file in them is read, or it is said why not, and nothing half-read is ever used. */
class ContainersTest {

    private static final byte[] TABLE = "id,name\n1,Ada\n2,Zoë\n".getBytes(StandardCharsets.UTF_8);
    private static final List<List<String>> ROWS = List.of(List.of("1", "Ada"), List.of("2", "Zoë"));

    @TempDir
    Path directory;

    @Test
    void readsAGzipFileWhateverItsName() throws IOException {
        Path file = write("customers.csv", gzip(TABLE));
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        assertThat(Reading.values(Reading.rows(input))).isEqualTo(ROWS);
        assertThat(input.notes()).containsExactly("unpacked with gzip");
    }

    @Test
    void spoolsWhatIsInTheArchive() throws IOException {
        SpooledInput input = Reading.spool(directory, gzip(TABLE), Limits.DEFAULT);
        assertThat(input.file()).hasBinaryContent(TABLE);
        assertThat(input.sha256())
                .isEqualTo(HexFormat.of().formatHex(HashedInput.sha256().digest(TABLE)));
    }

    @Test
    void readsAGzipFileOfSeveralMembersAsOne() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip(Arrays.copyOf(TABLE, 10)));
        both.write(gzip(Arrays.copyOfRange(TABLE, 10, TABLE.length)));
        assertThat(Reading.values(Reading.rows(directory, both.toByteArray()))).isEqualTo(ROWS);
    }

    @Test
    void tellsTheCharsetOfWhatIsInTheArchive() throws IOException {
        byte[] content = "id,name\n1,Ada\n2,Zoë\n".getBytes(StandardCharsets.ISO_8859_1);
        SpooledInput input = Reading.spool(directory, gzip(content), Limits.DEFAULT);
        assertThat(Reading.values(Reading.rows(input))).isEqualTo(ROWS);
        assertThat(input.notes())
                .containsExactly("unpacked with gzip", "read as windows-1252 (detected); --charset overrules");
    }

    @Test
    void refusesATruncatedGzipFileAtEveryLength() throws IOException {
        byte[] whole = gzip(TABLE);
        for (int length = 3; length < whole.length; length++) {
            assertRefused(
                    Arrays.copyOf(whole, length),
                    "CONTAINER_TRUNCATED",
                    "customers.csv: the compressed file ends before its content does."
                            + " Copy or download it again; nothing of it was used.");
        }
    }

    @Test
    void refusesAGzipFileWhoseChecksumIsWrong() throws IOException {
        byte[] content = gzip(TABLE);
        content[content.length - 8] ^= 1;
        assertRefused(
                content,
                "CONTAINER_DAMAGED",
                "customers.csv: the compressed file is damaged: its content does not match its checksum or cannot be"
                        + " unpacked. Copy or download it again; nothing of it was used.");
    }

    @Test
    void readsTheOneFileOfAZipArchiveAndIgnoresWhatSystemsAdd() throws IOException {
        Path file = write(
                "in.zip",
                zip("data/", "", "__MACOSX/data/._a.csv", "x", "data/.DS_Store", "y", "data/a.csv", text(TABLE)));
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        assertThat(Reading.values(Reading.rows(input))).isEqualTo(ROWS);
        assertThat(input.notes()).containsExactly("unpacked from zip: data/a.csv");
    }

    @Test
    void readsAZipArchiveFromAStream() throws IOException {
        byte[] archive = zip("a.csv", text(TABLE));
        SpooledInput input = Intake.scan(new ByteArrayInputStream(archive), "-", InputOptions.detect());
        assertThat(Reading.values(Reading.rows(input))).isEqualTo(ROWS);
        assertThat(input.name()).isEqualTo("stdin");
    }

    @Test
    void aNameThatLeadsElsewhereIsOnlyAName() throws IOException {
        SpooledInput input = Reading.spool(directory, zip("../../e\u001Bvil.csv", text(TABLE)), Limits.DEFAULT);
        assertThat(input.notes()).containsExactly("unpacked from zip: ../../e?vil.csv");
        try (var files = Files.list(directory)) {
            assertThat(files.toList()).containsExactly(input.file());
        }
    }

    @Test
    void refusesAZipArchiveOfTwoFilesAndNamesThem() throws IOException {
        assertRefused(
                zip("a.csv", text(TABLE), "b/c.csv", text(TABLE)),
                "CONTAINER_SEVERAL_FILES",
                "customers.csv: expected a zip archive of one file, but it holds 2: a.csv, b/c.csv."
                        + " Unpack it and give the file that is meant, or all of them.");
    }

    @Test
    void refusesAZipArchiveWithoutFiles() throws IOException {
        String message = "customers.csv: the zip archive holds no file. Pack it again, with the CSV file in it.";
        assertRefused(zip("folder/", ""), "CONTAINER_EMPTY", message);
        assertRefused(zip(), "CONTAINER_EMPTY", message);
    }

    @Test
    void refusesAZipArchiveThatIsCutShort() throws IOException {
        byte[] archive = zip("a.csv", text(TABLE));
        assertRefused(
                Arrays.copyOf(archive, archive.length - 30),
                "CONTAINER_TRUNCATED",
                "customers.csv: the zip archive is cut short or damaged: its directory, which is its end, cannot be"
                        + " read. Copy or download it again; nothing of it was used.");
    }

    @Test
    void refusesAZipArchiveWhoseChecksumIsWrong() throws IOException {
        byte[] random = new byte[200];
        new Random(1).nextBytes(random);
        byte[] archive = zip("a.csv", text(random));
        archive[100] ^= 1;
        assertThat(refusal(archive).code()).isEqualTo(InputProblem.Code.CONTAINER_DAMAGED);
    }

    @Test
    void refusesAZipArchiveWithAPassword() throws IOException {
        byte[] archive = zip("a.csv", text(TABLE));
        archive[6] |= 1;
        int directoryEntry = lastIndexOf(archive, 'P', 'K', 1, 2);
        archive[directoryEntry + 8] |= 1;
        assertRefused(
                archive,
                "CONTAINER_ENCRYPTED",
                "customers.csv: the zip archive is protected with a password. Unpack it and give the file in it.");
    }

    @Test
    void refusesAnArchiveInAnArchive() throws IOException {
        String end = ". Unpack the outer archive and give what is in it.";
        String start = "customers.csv: expected a CSV file in the archive, but the one in it seems to be ";
        assertRefused(gzip(gzip(TABLE)), "CONTAINER_NESTED", start + "compressed with gzip" + end);
        byte[] inner = zip("a.csv", text(TABLE));
        assertRefused(
                zip("a.zip", text(inner)), "CONTAINER_NESTED", start + "a zip archive or an Excel workbook" + end);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesABombAfterItsFirstMegabytes(boolean gzip) throws IOException {
        Path bomb = directory.resolve("bomb");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bomb));
                OutputStream packed = gzip ? new GZIPOutputStream(out) : zipOf(out)) {
            packed.write("id,name\n".getBytes(StandardCharsets.US_ASCII));
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) '0');
            for (int i = 0; i < 100; i++) {
                packed.write(zeros);
            }
        }
        assertThatThrownBy(() -> Intake.spool(bomb, directory.resolve("copy.csv"), InputOptions.detect()))
                .hasMessage(
                        bomb + ": it unpacks to more than 100 times its size, as only a bomb does."
                                + " Check where the file comes from; if it is sound, unpack it yourself and give the CSV file.");
        try (var files = Files.list(directory)) {
            assertThat(files.toList()).containsExactly(bomb);
        }
    }

    @Test
    void refusesMoreBytesThanAreRead() throws IOException {
        Path file = write("in.csv", gzip(TABLE));
        assertThatThrownBy(() -> {
                    try (Content content =
                            Containers.open("in.csv", Files.newInputStream(file), file, new Inflation(10, 100, 1000))) {
                        content.stream().readAllBytes();
                    }
                })
                .hasMessage("in.csv: it unpacks to more than 10 bytes. Check where the file comes from; if it is"
                        + " sound, unpack it yourself and give the CSV file.");
    }

    private void assertRefused(byte[] content, String code, String message) {
        InputProblem problem = refusal(content);
        assertThat(problem).isNotNull().hasMessage(message);
        assertThat(problem.code()).hasToString(code);
        assertThat(directory).isEmptyDirectory();
    }

    private InputProblem refusal(byte[] content) {
        return catchThrowableOfType(InputProblem.class, () -> Reading.spool(directory, content, Limits.DEFAULT));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static OutputStream zipOf(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("bomb.csv"));
        return zip;
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndContents[i]));
                out.write(namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return packed.toByteArray();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static int lastIndexOf(byte[] bytes, int... wanted) {
        String all = text(bytes);
        String part = new String(wanted, 0, wanted.length);
        return all.lastIndexOf(part);
    }
}
