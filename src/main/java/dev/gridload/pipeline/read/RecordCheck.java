package dev.gridload.pipeline.read;

import dev.gridload.customer.Header;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says whether a scanned record is a row of this header, and if not, why, in words. */
final class RecordCheck {

    private final List<String> names;
    private final Dialect dialect;
    private final Limits limits;

    RecordCheck(Header header, Dialect dialect, Limits limits) {
        this.names = header.names();
        this.dialect = dialect;
        this.limits = limits;
    }

    /** The record's problem; null where its fields can be taken, as far as that shows without decoding them. */
    @Nullable
    Problem problem(RecordScanner record, long row) {
        Defect defect = record.defect();
        if (defect != null) {
            return ofBytes(record, row, defect);
        }
        if (record.fields() <= limits.columns() && isBlank(record, 0, record.fields())) {
            return problem(record, row, Defect.EMPTY_ROW, null, "the row has no values", Defect.EMPTY_ROW.hint());
        }
        if (record.fields() != dialect.columns()) {
            return columnCount(record, row);
        }
        for (int i = names.size(); i < dialect.columns(); i++) {
            if (!isBlank(record, i, i + 1)) {
                String message = "the row has a value in column " + (i + 1) + ", which has no name in the header";
                return problem(record, row, Defect.COLUMN_UNNAMED, null, message, Defect.COLUMN_UNNAMED.hint());
            }
        }
        return null;
    }

    /** The problem of a record of which this byte, counted from 0, cannot be decoded. */
    Problem undecodable(RecordScanner record, long row, int offset) {
        int field = 0;
        while (field + 1 < record.fields() && record.fieldEnd(field) - record.offset() <= offset) {
            field++;
        }
        String message = "byte " + (offset + 1) + " of the row is not valid "
                + dialect.charset().name();
        return problem(record, row, Defect.ENCODING, name(field), message, Defect.ENCODING.hint());
    }

    private Problem ofBytes(RecordScanner record, long row, Defect defect) {
        String quote =
                "the quote that opens in column " + column(record.defectField()) + " on line " + record.quoteLine();
        String message = switch (defect) {
            case QUOTE_BROKEN -> quote + " is closed, but text follows where a delimiter or a line end must stand";
            case QUOTE_UNCLOSED -> quote + " is never closed";
            case RECORD_TOO_LONG ->
                "the row is " + bytes(record.length()) + " long, at most " + bytes(limits.recordBytes())
                        + " are allowed";
            case FIELD_TOO_LONG ->
                "the field in column " + column(record.defectField()) + " is longer than " + bytes(limits.fieldBytes());
            case CONTROL_CHARACTER ->
                "the field in column " + column(record.defectField()) + " holds a NUL byte, which text never does";
            case EMPTY_ROW, COLUMN_COUNT, COLUMN_UNNAMED, ENCODING ->
                throw new IllegalArgumentException(defect + " is not a defect of bytes");
        };
        String column = defect == Defect.RECORD_TOO_LONG ? null : name(record.defectField());
        return problem(record, row, defect, column, message, defect.hint());
    }

    private Problem columnCount(RecordScanner record, long row) {
        String message = "row has " + counted(record.fields(), "field") + ", the header has "
                + counted(dialect.columns(), "column");
        String cause = record.fields() > dialect.columns()
                ? "Usually a field that contains the delimiter stands without quotes: put it in double quotes"
                : "Usually a delimiter is missing, or a line break stands in a field without quotes: add the delimiter, or put the field in double quotes";
        return problem(record, row, Defect.COLUMN_COUNT, null, message, cause);
    }

    private static Problem problem(
            RecordScanner record, long row, Defect defect, @Nullable String column, String message, String hint) {
        return new Problem(row, record.line(), null, column, Severity.ERROR, defect.name(), message, hint, null);
    }

    /** Whether these fields hold nothing but spaces, tabs and quotes around nothing. */
    private static boolean isBlank(RecordScanner record, int from, int to) {
        byte[] bytes = record.bytes();
        for (int field = from; field < to; field++) {
            int start = record.fieldStart(field);
            int end = record.fieldEnd(field);
            if (end - start >= 2 && bytes[start] == '"') {
                start++;
                end--;
            }
            for (int i = start; i < end; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t') {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable String name(int field) {
        return field >= 0 && field < names.size() ? names.get(field) : null;
    }

    private String column(int field) {
        String name = name(field);
        return name == null ? String.valueOf(field + 1) : name;
    }

    private static String bytes(long count) {
        return String.format(Locale.ROOT, "%,d bytes", count);
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
