package dev.gridload.pipeline.report;

import dev.gridload.customer.Header;
import dev.gridload.customer.RowView;
import dev.gridload.customer.RowVisitor;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;

/** Some rows of an input as a file of their own: the same columns, the same values, UTF-8, commas. */
public final class RowExtract {

    private RowExtract() {}

    /**
     * Writes it, readable for its owner alone.
     *
     * @param header without columns that we added
     * @param rows shows the rows of the input in order
     * @param wanted which records
     */
    public static void write(Path file, Header header, Consumer<RowVisitor> rows, LongPredicate wanted) {
        // The values are for us and not for a spreadsheet: nothing is put in front of a cell that begins like a
        // formula.
        try (ResultFile csv = ResultFile.begin(file, Path.of(""))) {
            csv.write(line(header.names().size(), header.names()::get));
            rows.accept(new RowVisitor() {
                @Override
                public void row(RowView row) {
                    if (wanted.test(row.row())) {
                        csv.write(line(header.names().size(), row::field));
                    }
                }

                @Override
                public void defective(long row, String text) {
                    if (wanted.test(row)) {
                        throw new IllegalStateException("row " + row + " was sent and cannot be read now");
                    }
                }
            });
            csv.finish();
        }
    }

    private static String line(int cells, IntFunction<CharSequence> cell) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells; i++) {
            line.append(i == 0 ? "\"" : ",\"")
                    .append(cell.apply(i).toString().replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }
}
