package dev.gridload.pipeline.read;

import dev.gridload.customer.SourceRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short ways to read bytes and files in tests. */
final class Reading {

    private Reading() {}

    static SpooledInput spool(Path directory, byte[] content, Limits limits) {
        return Intake.spool(
                new ByteArrayInputStream(content),
                "customers.csv",
                directory.resolve("spool.csv"),
                InputOptions.detect(),
                limits);
    }

    /** As spooling does, without waiting for the disk. */
    static SpooledInput scan(Path directory, byte[] content, Limits limits) throws IOException {
        Path file = Files.write(directory.resolve("scanned.csv"), content);
        return Intake.scan(file, InputOptions.detect(), limits);
    }

    static List<SourceRow> rows(Path directory, String content) {
        return rows(directory, content.getBytes(StandardCharsets.UTF_8));
    }

    static List<SourceRow> rows(Path directory, String content, Charset charset) {
        return rows(directory, content.getBytes(charset));
    }

    static List<SourceRow> rows(Path directory, byte[] content) {
        return rows(spool(directory, content, Limits.DEFAULT), Limits.DEFAULT);
    }

    static List<SourceRow> rows(SpooledInput input, Limits limits) {
        List<SourceRow> rows = new ArrayList<>();
        try (BlockReader reader = new BlockReader(input, limits)) {
            input.blocks().forEach(block -> rows.addAll(reader.rows(block)));
        }
        return rows;
    }

    static List<SourceRow> rows(SpooledInput input) {
        return rows(input, Limits.DEFAULT);
    }

    static List<List<String>> values(List<SourceRow> rows) {
        return rows.stream().map(SourceRow::values).toList();
    }
}
