package dev.gridload.pipeline.read;

import dev.gridload.customer.RowView;
import dev.gridload.customer.RowVisitor;
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
            input.blocks().forEach(block -> reader.rows(block, rows::add));
        }
        return rows;
    }

    static List<SourceRow> rows(BlockReader reader, Block block) {
        List<SourceRow> rows = new ArrayList<>();
        reader.rows(block, rows::add);
        return rows;
    }

    static List<SourceRow> rows(SpooledInput input) {
        return rows(input, Limits.DEFAULT);
    }

    /** The rows as they are shown to those who write them down again: their values, of a defective one nothing. */
    static List<List<String>> shown(SpooledInput input, Limits limits) {
        List<List<String>> shown = new ArrayList<>();
        try (BlockReader reader = new BlockReader(input, limits)) {
            RowVisitor visitor = new RowVisitor() {
                @Override
                public void row(RowView row) {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < input.header().names().size(); i++) {
                        values.add(row.field(i).toString());
                    }
                    shown.add(values);
                }

                @Override
                public void defective(long row, String text) {
                    shown.add(List.of());
                }
            };
            input.blocks().forEach(block -> reader.visit(block, visitor));
        }
        return shown;
    }

    /** The values of these rows, of a defective one nothing. */
    static List<List<String>> sound(List<SourceRow> rows) {
        return rows.stream()
                .map(row -> row.defect() == null ? row.values() : List.<String>of())
                .toList();
    }

    static List<List<String>> values(List<SourceRow> rows) {
        return rows.stream().map(SourceRow::values).toList();
    }
}
