package dev.gridload.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Commons CSV over the file, one thread, every field touched, nothing checked and nothing kept. */
public final class ParseOnly {

    private ParseOnly() {}

    public static void main(String[] arguments) throws IOException {
        Stopwatch watch = new Stopwatch();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        long characters = 0;
        long rows = 0;
        try (CSVParser parser = CSVParser.parse(Path.of(arguments[0]), StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                for (String field : row) {
                    characters += field.length();
                }
                rows++;
            }
        }
        watch.stop("parse");
        System.out.println(rows + " rows, " + characters + " characters");
    }
}
