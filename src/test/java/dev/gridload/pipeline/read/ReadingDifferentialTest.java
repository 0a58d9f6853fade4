package dev.gridload.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.SourceRow;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner against plain Commons CSV, and against itself under other cuts. */
class ReadingDifferentialTest {

    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] PIECES = {
        "a", "é", "\uD83D\uDE00", ",", "\"", "\n", "\r\n", "\r", " ", "#", "\\", ";", "7"
    };
    private static final byte[] HOSTILE = {
        '"', '"', '"', ',', ',', '\n', '\n', '\r', 'a', 'b', ' ', 0, (byte) 0xC3, (byte) 0xA9
    };

    @TempDir
    Path directory;

    @Test
    void readsWellFormedFilesAsCommonsCsvDoes() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            String file = wellFormed(new Random(seed));
            // Small blocks, and now and then all rows in one.
            Limits limits = new Limits(1000, 4000, 8, 1 + seed % 7, seed % 5 == 0 ? 1 << 20 : 1 + seed % 50);
            SpooledInput input = Reading.scan(directory, file.getBytes(StandardCharsets.UTF_8), limits);
            List<SourceRow> rows = Reading.rows(input, limits);
            List<List<String>> expected = commonsCsv(file);
            assertThat(rows).as("seed %s", seed).allMatch(row -> row.defect() == null);
            assertThat(Reading.values(rows)).as("seed %s", seed).isEqualTo(expected);
            assertThat(Reading.shown(input, limits)).as("seed %s", seed).isEqualTo(expected);
            assertNumbersAndLines(rows, input, file, limits, seed);
        }
    }

    @Test
    void readsHostileBytesTheSameUnderEveryCut() throws IOException {
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            byte[] content = hostile(random);
            Limits whole = new Limits(40, 100, 8, 1 << 10, 1 << 20);
            Limits cut = new Limits(40, 100, 8, 1 + random.nextInt(5), 1 + random.nextInt(60));
            SpooledInput one = Reading.scan(directory, content, whole);
            List<SourceRow> expected = Reading.rows(one, whole);
            SpooledInput many = Reading.scan(directory, content, cut);
            assertThat(Reading.rows(many, cut)).as("seed %s", seed).isEqualTo(expected);
            assertThat(Reading.shown(many, cut)).as("seed %s", seed).isEqualTo(Reading.sound(expected));
            assertThat(many.bytes()).isEqualTo(one.bytes());
            assertThat(expected.stream().map(SourceRow::row))
                    .as("seed %s", seed)
                    .isEqualTo(IntStream.rangeClosed(1, expected.size())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertEveryByteBelongsSomewhere(content, many, cut, seed);
        }
    }

    private static void assertNumbersAndLines(
            List<SourceRow> rows, SpooledInput input, String file, Limits limits, int seed) {
        assertThat(input.records()).isEqualTo(rows.size());
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        try (FileSource source = new FileSource(input)) {
            RecordScanner scanner = new RecordScanner(source, ',', limits);
            scanner.next(Long.MAX_VALUE);
            for (SourceRow row : rows) {
                assertThat(scanner.next(Long.MAX_VALUE)).isTrue();
                assertThat(row.line()).as("seed %s", seed).isEqualTo(1 + lineEnds(bytes, scanner.start()));
            }
        }
    }

    private static void assertEveryByteBelongsSomewhere(byte[] content, SpooledInput input, Limits limits, int seed) {
        long end = 4;
        try (FileSource source = new FileSource(input)) {
            RecordScanner scanner = new RecordScanner(source, ',', limits);
            scanner.startAt(end, 2);
            while (scanner.next(Long.MAX_VALUE)) {
                assertBlank(content, end, scanner.start(), seed);
                assertThat(scanner.line()).as("seed %s", seed).isEqualTo(1 + lineEnds(content, scanner.start()));
                end = scanner.end();
            }
        }
        assertBlank(content, end, content.length, seed);
    }

    private static void assertBlank(byte[] content, long from, long to, int seed) {
        for (long i = from; i < to; i++) {
            assertThat(content[(int) i]).as("seed %s, byte %s", seed, i).isIn((byte) '\n', (byte) '\r');
        }
    }

    private static long lineEnds(byte[] bytes, long before) {
        long count = 0;
        for (int i = 0; i < before; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n')) {
                count++;
            }
        }
        return count;
    }

    private static byte[] hostile(Random random) {
        byte[] content = new byte[4 + random.nextInt(300)];
        System.arraycopy("x,y\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 4);
        for (int i = 4; i < content.length; i++) {
            content[i] = HOSTILE[random.nextInt(HOSTILE.length)];
        }
        return content;
    }

    private static String wellFormed(Random random) {
        int columns = 2 + random.nextInt(4);
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            file.append(i == 0 ? "" : ",").append("name").append(i);
        }
        int records = random.nextInt(200);
        for (int r = 0; r < records; r++) {
            file.append(LINE_ENDS[random.nextInt(3)]);
            file.append("id").append(r);
            for (int i = 1; i < columns; i++) {
                file.append(',').append(field(random));
            }
        }
        return file.append(random.nextBoolean() ? "\r\n" : "").toString();
    }

    private static String field(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        boolean quoted = random.nextInt(4) == 0
                || value.chars().anyMatch(c -> c == ',' || c == '\n' || c == '\r')
                || value.indexOf("\"") == 0;
        return quoted ? '"' + value.toString().replace("\"", "\"\"") + '"' : value.toString();
    }

    private static List<List<String>> commonsCsv(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(file))
                .setFormat(CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get())
                .get()) {
            for (CSVRecord record : parser) {
                rows.add(List.of(record.values()));
            }
        }
        return rows.subList(1, rows.size());
    }
}
