package dev.gridload.pipeline.read;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Row;

/** A sheet as CSV in UTF-8: a line for every row of the sheet, also for empty ones, so that line numbers are row numbers. */
final class SheetText extends InputStream {

    private static final int MOST_ROWS = 1_048_576;

    private final String name;
    private final Iterator<Row> rows;
    private final SheetCells cells;
    private byte[] text = new byte[0];
    private int at;
    private int written;
    private int columns;

    SheetText(String name, Iterator<Row> rows, SheetCells cells) {
        this.name = name;
        this.rows = rows;
        this.cells = cells;
    }

    @Override
    public int read() {
        return fill() ? text[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, text.length - at);
        System.arraycopy(text, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == text.length) {
            boolean another = SheetProblems.guard(name, () -> {
                if (!rows.hasNext()) {
                    return false;
                }
                text = line(rows.next());
                return true;
            });
            at = 0;
            if (!another) {
                text = new byte[0];
                return false;
            }
        }
        return true;
    }

    private byte[] line(Row row) {
        int number = row.getRowNum();
        if (number <= written || number > MOST_ROWS) {
            throw SheetProblems.unreadable(name, new IllegalStateException("row " + number + " after " + written));
        }
        StringBuilder line = new StringBuilder();
        while (written < number - 1) {
            line.append('\n');
            written++;
        }
        List<String> values = cells.values(row);
        columns = columns == 0 ? values.size() : columns;
        if (!values.isEmpty()) {
            for (int i = 0; i < Math.max(columns, values.size()); i++) {
                line.append(i == 0 ? "" : ",");
                append(line, i < values.size() ? values.get(i) : "");
            }
        }
        written++;
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder line, String value) {
        boolean quoted = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
}
