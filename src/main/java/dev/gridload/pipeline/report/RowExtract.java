package dev.gridload.pipeline.report;

import dev.gridload.customer.Header;
import dev.gridload.customer.SourceRow;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;

/** Some rows of an input as a file of their own: the same columns, the same values, UTF-8, commas. */
public final class RowExtract {

    private RowExtract() {}

    /**
     * Writes it, readable for its owner alone.
     *
     * @param header without columns that we added
     * @param blocks rows of the input in order
     * @param wanted which records
     */
    public static void write(Path file, Header header, Iterable<List<SourceRow>> blocks, LongPredicate wanted) {
        // The values are for us and not for a spreadsheet: nothing is put in front of a cell that begins like a
        // formula.
        try (ResultFile csv = ResultFile.begin(file, Path.of(""))) {
            csv.write(line(header.names()));
            for (List<SourceRow> block : blocks) {
                for (SourceRow row : block) {
                    if (wanted.test(row.row())) {
                        csv.write(line(row.values()));
                    }
                }
            }
            csv.finish();
        }
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "\"" : ",\"")
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }
}
