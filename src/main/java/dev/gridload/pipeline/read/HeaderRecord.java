package dev.gridload.pipeline.read;

import dev.gridload.customer.Header;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header as one delimiter cuts it.
 *
 * @param columns fields of the record, trailing nameless ones included
 * @param start position of the record
 * @param line physical line where it begins
 * @param end position after the record
 * @param nextLine physical line of what follows
 */
record HeaderRecord(char delimiter, Header header, int columns, long start, long line, long end, long nextLine) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ .:/()#*'-]*");
    private static final Pattern DATUM = Pattern.compile("\\d{5,}|\\d{4}-\\d{2}-\\d{2}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /**
     * Reads the header with the delimiter given, or else with the one that yields the most names; a tie goes to the first. A line
     * for Excel that names the delimiter is passed over, and followed where none is given.
     */
    static HeaderRecord read(
            String name, ByteSource source, Encoding encoding, @Nullable Character delimiter, Limits limits) {
        long start = encoding.bom() ? Encoding.BOM_BYTES : 0;
        SeparatorLine separator = SeparatorLine.at(source, start);
        if (separator == null) {
            return read(name, new RecordPlace(source, start, 1, encoding), delimiter, limits);
        }
        char followed = delimiter == null ? separator.delimiter() : delimiter;
        return read(name, new RecordPlace(source, separator.end(), 2, encoding), followed, limits);
    }

    private static HeaderRecord read(String name, RecordPlace place, @Nullable Character given, Limits limits) {
        HeaderRecord best = null;
        InputProblem refusal = null;
        for (char delimiter : given == null ? DELIMITERS : new char[] {given}) {
            try {
                HeaderRecord candidate = cut(name, place, delimiter, limits);
                if (best == null || candidate.names() > best.names()) {
                    best = candidate;
                }
            } catch (InputProblem problem) {
                refusal = refusal == null ? problem : refusal;
            }
        }
        // A header that is broken under its own delimiter is one long name under any other.
        if (best == null || (best.columns() == 1 && refusal != null)) {
            throw Objects.requireNonNull(refusal);
        }
        best.refuseOtherThanNames(name);
        return best;
    }

    private static HeaderRecord cut(String name, RecordPlace place, char delimiter, Limits limits) {
        RecordScanner record = place.scanner(delimiter, limits);
        if (!record.next(Long.MAX_VALUE)) {
            throw new InputProblem(
                    InputProblem.Code.FILE_EMPTY,
                    name,
                    0,
                    "the file is empty",
                    "Export it again; the first line must name the columns");
        }
        refuseDefect(name, record);
        if (record.fields() > limits.columns()) {
            throw new InputProblem(
                    InputProblem.Code.TOO_MANY_COLUMNS,
                    name,
                    record.line(),
                    "the header has " + record.fields() + " columns, at most " + limits.columns() + " are read",
                    "Remove the columns that are not needed");
        }
        List<String> names = new ArrayList<>(record.fields());
        for (int i = 0; i < record.fields(); i++) {
            names.add(name(name, record, i, place.encoding().charset()));
        }
        int columns = names.size();
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return new HeaderRecord(
                delimiter, new Header(names), columns, record.start(), record.line(), record.end(), record.nextLine());
    }

    private static void refuseDefect(String name, RecordScanner record) {
        Defect defect = record.defect();
        if (defect == null) {
            return;
        }
        String what = switch (defect) {
            case QUOTE_BROKEN, QUOTE_UNCLOSED ->
                "the quote that opens in column " + (record.defectField() + 1)
                        + " of the header is not closed as it must be";
            case CONTROL_CHARACTER -> "expected column names, but there are NUL bytes as in a binary file";
            case RECORD_TOO_LONG, FIELD_TOO_LONG -> "the header is too long to be one";
            case EMPTY_ROW, COLUMN_COUNT, COLUMN_UNNAMED, ENCODING ->
                throw new IllegalStateException(defect + " is not a defect of bytes");
        };
        throw new InputProblem(
                defect == Defect.CONTROL_CHARACTER ? InputProblem.Code.FILE_NOT_CSV : InputProblem.Code.HEADER_BROKEN,
                name,
                record.line(),
                what,
                "Check that it is a CSV file whose first line names the columns");
    }

    private static String name(String file, RecordScanner record, int field, Charset charset) {
        int start = record.fieldStart(field);
        int end = record.fieldEnd(field);
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(record.bytes(), start, end - start))
                    .toString();
            boolean quoted = text.startsWith("\"");
            return (quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text).strip();
        } catch (CharacterCodingException e) {
            throw new InputProblem(
                    InputProblem.Code.CHARSET_WRONG,
                    file,
                    record.line(),
                    "the name of column " + (field + 1) + " is not valid " + charset.name(),
                    Defect.ENCODING.hint(),
                    e);
        }
    }

    /** Where headers are looked for. */
    private record RecordPlace(ByteSource source, long start, long line, Encoding encoding) {

        RecordScanner scanner(char delimiter, Limits limits) {
            RecordScanner record = new RecordScanner(source, delimiter, encoding.sheet(), limits);
            record.startAt(start, line);
            return record;
        }
    }

    private long names() {
        return header.names().stream()
                .filter(each -> NAME.matcher(each).matches())
                .count();
    }

    private void refuseOtherThanNames(String file) {
        List<String> names = header.names();
        if (names.isEmpty()) {
            throw missing(file, "the first line names no column");
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new InputProblem(
                        InputProblem.Code.HEADER_NAME_MISSING,
                        file,
                        nextLine - 1,
                        "column " + (i + 1) + " of the header has no name, though columns after it have one",
                        "Name the column, or delete it");
            }
            if (DATUM.matcher(names.get(i)).matches()) {
                throw missing(
                        file, "expected column names, but column " + (i + 1) + " holds a number, a date or an address");
            }
        }
    }

    private InputProblem missing(String file, String what) {
        return new InputProblem(
                InputProblem.Code.HEADER_MISSING,
                file,
                nextLine - 1,
                what,
                "Add a first line that names the columns; gridload template prints one");
    }
}
