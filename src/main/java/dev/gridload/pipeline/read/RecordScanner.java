package dev.gridload.pipeline.read;

import dev.gridload.customer.ByteKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a CSV file and their fields in its bytes, as RFC 4180 section 2 has them, without making an object.
 *
 * <p>A quote opens a quoted field only at the field's start. Where quoting is broken, the record is its first physical line
 * and scanning goes on at the next one. That stays linear: after a quote that runs on to byte P, every run of quotes before
 * P is even, so no record that begins before P can run on to P again.
 *
 * <p>A line end inside of quotes counts as a physical line, but not in a sheet, where a record is one line.
 *
 * <p>Structure is ASCII: the bytes must be UTF-8 or of a single-byte charset that contains ASCII. For one thread.
 */
final class RecordScanner {

    private static final byte QUOTE = '"';

    private final ByteWindow window;
    private final Limits limits;
    private final byte delimiter;
    private final boolean sheet;
    private final boolean[] stopsUnquoted;
    private final boolean[] stopsQuoted;

    private final FieldOffsets fields;
    private final QuickScan quick;
    private int bits;

    private long start;
    private long contentEnd;
    private long end;
    private long line;
    private long nextLine = 1;
    private long quoteLine;
    private long firstLineEnd;
    private long firstLineContentEnd;
    private @Nullable Defect quoting;

    RecordScanner(ByteSource source, char delimiter, Limits limits) {
        this(source, delimiter, false, limits);
    }

    RecordScanner(ByteSource source, char delimiter, boolean sheet, Limits limits) {
        this.window = new ByteWindow(source, limits.recordBytes() + 2, limits.readBytes());
        this.limits = limits;
        this.delimiter = (byte) delimiter;
        this.sheet = sheet;
        this.fields = new FieldOffsets(limits);
        this.quick = new QuickScan(window, fields, this.delimiter, limits);
        stopsUnquoted = stops(delimiter);
        stopsQuoted = stops('"');
    }

    /** By byte, for fields that end at this one or at the end of the line; a NUL is looked at too. */
    private static boolean[] stops(char end) {
        boolean[] stops = new boolean[256];
        stops[end] = true;
        stops['\r'] = true;
        stops['\n'] = true;
        stops[0] = true;
        return stops;
    }

    /** Goes on at this byte, where this physical line begins. */
    void startAt(long position, long physicalLine) {
        window.seek(position);
        nextLine = physicalLine;
    }

    /** Moves to the next record that begins before this byte; false where there is none. Blank lines are no records. */
    boolean next(long before) {
        if (!isAtRecord(before)) {
            return false;
        }
        if (quick.fields()) {
            endQuick();
        } else {
            careful();
        }
        end = window.position();
        return true;
    }

    /** The same for whoever asks for no fields: they may be missing. */
    boolean skip(long before) {
        if (!isAtRecord(before)) {
            return false;
        }
        if (quick.skip()) {
            endQuick();
        } else {
            careful();
        }
        end = window.position();
        return true;
    }

    private boolean isAtRecord(long before) {
        while (window.hasByte() && isLineEnd(window.bytes[window.at])) {
            if (window.position() >= before) {
                return false;
            }
            skipLineEnd();
        }
        if (window.position() >= before || !window.hasByte()) {
            return false;
        }
        begin();
        return true;
    }

    private void endQuick() {
        bits = quick.high() ? -1 : 0;
        window.at = quick.end();
        contentEnd = window.position();
        if (!sheet) {
            nextLine += quick.lines();
        }
        skipLineEnd();
    }

    /** Field by field, whatever stands there. */
    private void careful() {
        fields.begin(start);
        boolean another = true;
        while (another) {
            another = field();
        }
        if (quoting != null) {
            endAtFirstLine();
        }
    }

    /** Position of the record's first byte. */
    long start() {
        return start;
    }

    /** Position after the record's line end. */
    long end() {
        return end;
    }

    /** Physical line where the record begins. */
    long line() {
        return line;
    }

    /** Physical line that begins at {@link #end()}. */
    long nextLine() {
        return nextLine;
    }

    /** Bytes of the record without its line end. */
    long length() {
        return contentEnd - start;
    }

    /** How many of the fields are more than nothing; only of a sound record. */
    int filled() {
        return fields.filled();
    }

    /** Number from 0 of the field that comes at this place among those that are more than nothing. */
    int filled(int place) {
        return fields.filled(place);
    }

    /** How many fields the record has, counted even where it is too long. */
    int fields() {
        return fields.count();
    }

    /** The memory in which a sound record lies until the next move. */
    byte[] bytes() {
        return window.bytes;
    }

    /** Index in {@link #bytes()} of the first byte of a sound record. */
    int offset() {
        return window.markIndex();
    }

    /** Index in {@link #bytes()} of the field's first byte, its quote if it has one; only of a sound record. */
    int fieldStart(int field) {
        return window.markIndex() + fields.start(field);
    }

    /** Index in {@link #bytes()} after the field's last byte. */
    int fieldEnd(int field) {
        return window.markIndex() + fields.end(field);
    }

    /** Where the field begins, counted from the record's first byte. */
    int start(int field) {
        return fields.start(field);
    }

    int end(int field) {
        return fields.end(field);
    }

    /** What stands in the field, as {@link ByteKind}, {@link FieldOffsets#QUOTED} and {@link FieldOffsets#DOUBLED}. */
    int kinds(int field) {
        int known = fields.kinds(field);
        return known == FieldOffsets.NOT_KNOWN ? kindsOf(fieldStart(field), fieldEnd(field)) : known;
    }

    private int kindsOf(int from, int to) {
        byte[] bytes = window.bytes;
        if (to == from || bytes[from] != QUOTE) {
            return ByteKind.of(bytes, from, to);
        }
        int kinds = FieldOffsets.QUOTED;
        for (int i = from + 1; i < to - 1; i++) {
            kinds |= bytes[i] == QUOTE ? FieldOffsets.DOUBLED : 0;
        }
        return kinds | ByteKind.of(bytes, from + 1, to - 1);
    }

    /** Whether the record is nothing but ASCII. */
    boolean isAscii() {
        return bits >= 0;
    }

    /** What is wrong with the record as such; null where it lies in memory as a whole. */
    @Nullable
    Defect defect() {
        if (quoting != null) {
            return quoting;
        }
        if (length() > limits.recordBytes()) {
            return Defect.RECORD_TOO_LONG;
        }
        if (fields.tooLong() >= 0) {
            return Defect.FIELD_TOO_LONG;
        }
        return fields.withNul() >= 0 ? Defect.CONTROL_CHARACTER : null;
    }

    /** Number from 0 of the field that {@link #defect()} is about; where quoting is broken, the field whose quote it is. */
    int defectField() {
        return quoting != null ? fields.count() : fields.tooLong() >= 0 ? fields.tooLong() : fields.withNul();
    }

    /** Physical line of the opening quote that {@link #defect()} is about. */
    long quoteLine() {
        return quoteLine;
    }

    private void begin() {
        window.mark();
        start = window.position();
        line = nextLine;
        fields.begin(start);
        bits = 0;
        firstLineEnd = -1;
        quoting = null;
    }

    /** Scans one field and what ends it; true where another one follows. */
    private boolean field() {
        fields.open(window.position());
        if (window.hasByte() && window.bytes[window.at] == QUOTE) {
            quoteLine = nextLine;
            window.at++;
            return quotedField();
        }
        return unquotedField();
    }

    private boolean unquotedField() {
        do {
            skipRun(stopsUnquoted);
            if (window.at == window.filled) {
                continue;
            }
            byte found = window.bytes[window.at];
            if (found != 0) {
                return endField(found);
            }
            fields.noteNul();
            window.at++;
        } while (window.hasByte());
        return endField((byte) '\n');
    }

    private boolean quotedField() {
        while (window.hasByte()) {
            skipRun(stopsQuoted);
            if (window.at == window.filled) {
                continue;
            }
            byte found = window.bytes[window.at];
            if (found == QUOTE) {
                window.at++;
                if (!window.hasByte()) {
                    return endField((byte) '\n');
                }
                byte after = window.bytes[window.at];
                if (after == delimiter || isLineEnd(after)) {
                    return endField(after);
                }
                if (after != QUOTE) {
                    quoting = Defect.QUOTE_BROKEN;
                    return false;
                }
                window.at++;
            } else if (found == 0) {
                fields.noteNul();
                window.at++;
            } else {
                lineEndInQuotes();
            }
        }
        quoting = Defect.QUOTE_UNCLOSED;
        return false;
    }

    /** The inner loop: to the next byte that means something, or to the end of what is in memory. */
    private void skipRun(boolean[] stops) {
        byte[] bytes = window.bytes;
        int filled = window.filled;
        int seen = bits;
        int i = window.at;
        while (i < filled) {
            byte each = bytes[i];
            if (stops[each & 0xFF]) {
                break;
            }
            seen |= each;
            i++;
        }
        bits = seen;
        window.at = i;
    }

    private boolean endField(byte by) {
        fields.close(window.position());
        if (by == delimiter) {
            window.at++;
            return true;
        }
        contentEnd = window.position();
        skipLineEnd();
        return false;
    }

    private void lineEndInQuotes() {
        long before = window.position();
        skipLineEnd();
        if (sheet) {
            nextLine--;
        }
        if (firstLineEnd < 0) {
            firstLineContentEnd = before;
            firstLineEnd = window.position();
        }
    }

    /** CR, LF or both as one; nothing at the end of the source. */
    private void skipLineEnd() {
        nextLine++;
        if (window.hasByte()
                && window.bytes[window.at++] == '\r'
                && window.hasByte()
                && window.bytes[window.at] == '\n') {
            window.at++;
        }
    }

    private void endAtFirstLine() {
        if (firstLineEnd >= 0) {
            contentEnd = firstLineContentEnd;
            window.seek(firstLineEnd);
        } else {
            while (window.hasByte() && !isLineEnd(window.bytes[window.at])) {
                window.at++;
            }
            contentEnd = window.position();
            skipLineEnd();
        }
        nextLine = line + 1;
    }

    private static boolean isLineEnd(byte each) {
        return each == '\n' || each == '\r';
    }
}
