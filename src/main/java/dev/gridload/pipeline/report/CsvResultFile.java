package dev.gridload.pipeline.report;

import java.io.Closeable;
import java.nio.file.Path;
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

    private final ResultFile file;
    private final StringBuilder line = new StringBuilder();
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

    /** Adds a cell to the record in progress. */
    CsvResultFile cell(CharSequence cell) {
        if (cells++ > 0) {
            line.append(',');
        }
        appendCell(cell);
        return this;
    }

    void endRecord() {
        // A line with nothing on it would be read as no record at all.
        if (line.isEmpty()) {
            line.append("\"\"");
        }
        file.write(line.append("\r\n"));
        line.setLength(0);
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

    private void appendCell(CharSequence cell) {
        boolean quoted = needsQuotes(cell);
        if (quoted) {
            line.append('"');
        }
        if (FormulaCell.needsApostrophe(cell)) {
            line.append('\'');
        }
        if (!quoted) {
            line.append(cell);
            return;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            line.append(c);
            if (c == '"') {
                line.append('"');
            }
        }
        line.append('"');
    }

    /** Spaces at the ends are data in RFC 4180, but many readers trim them unless they are quoted. */
    private static boolean needsQuotes(CharSequence cell) {
        if (cell.isEmpty()) {
            return false;
        }
        if (cell.charAt(0) <= ' ' || cell.charAt(cell.length() - 1) <= ' ') {
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
}
