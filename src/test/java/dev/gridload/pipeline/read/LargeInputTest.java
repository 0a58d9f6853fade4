package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Problem;
import dev.gridload.customer.SourceRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes that must neither stop a file nor grow the memory: nothing larger than a record's limit is ever held. */
class LargeInputTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void aLineOfAHundredMegabytesFailsAlone() throws IOException {
        assertThat(messages(long100Megabytes(false)))
                .containsExactly("2: the row is 104,857,605 bytes long, at most 1,048,576 bytes are allowed");
    }

    @Test
    void aQuotedFieldOfAHundredMegabytesWithLineEndsFailsAsAWhole() throws IOException {
        assertThat(messages(long100Megabytes(true)))
                .containsExactly("2: the row is 104,857,604 bytes long, at most 1,048,576 bytes are allowed");
    }

    @Test
    void aFieldBeyondItsLimitFailsAlone() {
        String file = "id,fullName\n1,Ada\n2," + "x".repeat((64 << 10) + 1) + "\n3," + "y".repeat(64 << 10) + "\n";
        List<SourceRow> rows = Reading.rows(directory, file);
        assertThat(messages(rows)).containsExactly("2: the field in column fullName is longer than 65,536 bytes");
        assertThat(rows.get(2).values().get(1)).hasSize(64 << 10);
    }

    @Test
    void aMillionFieldsInARowFailAlone() {
        List<SourceRow> rows = Reading.rows(directory, "id,fullName\n1,Ada\n" + ",".repeat(999_999) + "\n3,Eve\n");
        assertThat(messages(rows)).containsExactly("2: row has 1000000 fields, the header has 2 columns");
    }

    @Test
    void anUnclosedQuoteInTheSecondOf200000RowsFailsAlone() throws IOException {
        Path file = directory.resolve("unclosed.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, "id,fullName,note\n1,Ada,\n2,\"Tomas,\n");
            for (int row = 3; row <= 200_000; row++) {
                write(out, row + ",Customer \"\"" + row + "\"\",\n");
            }
        }
        assertThat(messages(file))
                .containsExactly("2: the quote that opens in column fullName on line 3 is never closed");
    }

    @Test
    void everyRowWithABrokenQuoteIsReadInOnePass() throws IOException {
        byte[] content = ("id,fullName\n" + "1,\"Ada\n".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
        Path file = Files.write(directory.resolve("broken.csv"), content);
        SpooledInput input = Intake.scan(file, InputOptions.detect());
        assertThat(input.records()).isEqualTo(200_000);
        assertThat(messages(file)).hasSize(200_000);
    }

    private Path long100Megabytes(boolean quoted) throws IOException {
        Path file = directory.resolve("long.csv");
        byte[] piece = new byte[MEBIBYTE];
        Arrays.fill(piece, (byte) 'x');
        if (quoted) {
            piece[MEBIBYTE - 1] = '\n';
        }
        String quote = quoted ? "\"" : "";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, "id,fullName\n1,Ada\n2," + quote);
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
            write(out, quote + "end\n".substring(quoted ? 3 : 0) + "3,Eve\n");
        }
        return file;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> messages(Path file) {
        return messages(Reading.rows(Intake.scan(file, InputOptions.detect())));
    }

    private static List<String> messages(List<SourceRow> rows) {
        assertThat(rows.get(rows.size() - 1).row()).isEqualTo(rows.size());
        return rows.stream()
                .map(SourceRow::defect)
                .filter(Objects::nonNull)
                .map((Problem problem) -> problem.row() + ": " + problem.message())
                .toList();
    }
}
