package dev.gridload.pipeline.report;

import dev.gridload.customer.ByteKind;
import dev.gridload.customer.Cell;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a CSV file of results: RFC 4180, UTF-8, CR LF after every record, cells quoted where they must be.
 *
 * <p>A spreadsheet runs a cell that begins like a formula. Such a cell is written with an apostrophe in front, and a cell
 * that has apostrophes before such a beginning gets one more. Whoever reads a file back takes one apostrophe off every cell
 * that begins with apostrophes and then one of {@link FormulaCell#STARTS}; so any text comes back as it was, and a corrected
 * file can be imported as it is.
 */
final class CsvResultFile implements Closeable {

    private static final int QUOTED_PERHAPS = ByteKind.OTHER | ByteKind.CONTROL | ByteKind.SPACE;

    private final ResultFile file;
    private final Cell text = new Cell();
    private byte[] line = new byte[1 << 12];
    private int length;
    private int cells;

    private CsvResultFile(ResultFile file) {
        this.file = file;
    }

    /**
     * Begins a file; it has its name only after {@link #finish()}.
     *
     * @param input the file that was imported, which is never overwritten
     * @throws ResultsNotWritten where the folder does not take it
     */
    static CsvResultFile begin(Path target, Path input, List<String> header) {
        CsvResultFile csv = new CsvResultFile(ResultFile.begin(target, input));
        try {
            csv.write(header);
        } catch (RuntimeException refused) {
            csv.close();
            throw refused;
        }
        return csv;
    }

    void write(List<String> cells) {
        cells.forEach(this::cell);
        endRecord();
    }

    /** Adds a cell to the record in progress: a {@link Cell} as it is, of any other text a copy. */
    CsvResultFile cell(CharSequence cell) {
        if (cells++ > 0) {
            makeRoom(1);
            line[length++] = ',';
        }
        append(cell instanceof Cell known ? known : text(cell.toString()));
        return this;
    }

    void endRecord() {
        makeRoom(4);
        // A line with nothing on it would be read as no record at all.
        if (length == 0) {
            line[length++] = '"';
            line[length++] = '"';
        }
        line[length++] = '\r';
        line[length++] = '\n';
        file.write(line, length);
        length = 0;
        cells = 0;
    }

    /** Puts the file on the disk and gives it its name. */
    void finish() {
        file.finish();
    }

    /** Without {@link #finish()} before it, leaves nothing behind. */
    @Override
    public void close() {
        file.close();
    }

    private Cell text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        text.set(bytes, 0, bytes.length, ByteKind.of(bytes, 0, bytes.length));
        return text;
    }

    private void append(Cell cell) {
        makeRoom(2 * cell.length() + 3);
        boolean quoted = needsQuotes(cell);
        if (quoted) {
            line[length++] = '"';
        }
        if (FormulaCell.needsApostrophe(cell.hasNone(ByteKind.HIGH) ? cell : cell.toString())) {
            line[length++] = '\'';
        }
        if (quoted) {
            doublingQuotes(cell);
            line[length++] = '"';
        } else {
            length = cell.copy(line, length);
        }
    }

    private void doublingQuotes(Cell cell) {
        for (int i = 0; i < cell.length(); i++) {
            byte each = (byte) cell.charAt(i);
            line[length++] = each;
            if (each == '"') {
                line[length++] = '"';
            }
        }
    }

    /** Spaces at the ends are data in RFC 4180, but many readers trim them unless they are quoted. */
    private static boolean needsQuotes(Cell cell) {
        if (cell.isEmpty() || cell.hasNone(QUOTED_PERHAPS)) {
            return false;
        }
        if (isSpace(cell.first()) || isSpace(cell.last())) {
            return true;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(byte each) {
        return each >= 0 && each <= ' ';
    }

    private void makeRoom(int more) {
        if (line.length - length < more) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
    }
}
