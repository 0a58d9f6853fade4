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

    /** In the place of a kind: a byte that means something. */
    private static final byte END = 0;

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHS = EACH << 7;
    private static final long QUOTES = QUOTE * EACH;
    private static final long LOW = 14 * EACH;

    private final ByteWindow window;
    private final Limits limits;
    private final byte delimiter;
    private final boolean sheet;
    private final byte[] unquoted;
    private final byte[] quoted;

    private final FieldOffsets fields;
    private int bits;
    private int quotedSeen;
    private int linesInQuotes;

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
        unquoted = kinds(delimiter);
        quoted = kinds('"');
    }

    /** By byte, for fields that end at this one or at the end of the line; a NUL is looked at too. */
    private static byte[] kinds(char end) {
        byte[] kinds = ByteKind.table();
        kinds[end] = END;
        kinds['\r'] = END;
        kinds['\n'] = END;
        kinds[0] = END;
        return kinds;
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
        if (!simple()) {
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
        if (!glide() && !simple()) {
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

    /**
     * To the end of one record, eight bytes at a time, where it lies in memory as a whole and is sound; otherwise nothing has
     * happened. Stops at quotes and at what is below 14, which are the line ends, NUL and, seldom, others.
     */
    private boolean glide() {
        byte[] bytes = window.bytes;
        int from = window.at;
        int last = Math.min(window.filled, from + limits.recordBytes()) - Long.BYTES;
        boolean open = false;
        long seen = 0;
        int lines = 0;
        int i = from;
        while (i < last) {
            long word = window.word(i);
            long quotes = word ^ QUOTES;
            long stops = (((quotes - EACH) & ~quotes) | ((word - LOW) & ~word)) & HIGHS;
            if (stops == 0) {
                seen |= word;
                i += Long.BYTES;
                continue;
            }
            // The lowest stop is one, whatever those above it are.
            int bits = Long.numberOfTrailingZeros(stops) - 7;
            seen |= word & ((1L << bits) - 1);
            i += bits / Byte.SIZE;
            byte found = bytes[i];
            if (found == QUOTE) {
                if (!open) {
                    open = i == from || bytes[i - 1] == delimiter;
                } else if (bytes[i + 1] == QUOTE) {
                    i++;
                } else if (bytes[i + 1] == delimiter || isLineEnd(bytes[i + 1])) {
                    open = false;
                } else {
                    return false;
                }
            } else if (found == 0) {
                return false;
            } else if (isLineEnd(found)) {
                if (!open) {
                    endSimple(i, (seen & HIGHS) != 0, lines);
                    return true;
                }
                lines++;
                if (found == '\r' && bytes[i + 1] == '\n') {
                    i++;
                }
            }
            i++;
        }
        return false;
    }

    /** One record in one loop, where it lies in memory as a whole and has nothing special; otherwise nothing has happened. */
    private boolean simple() {
        byte[] bytes = window.bytes;
        byte[] kinds = unquoted;
        int from = window.at;
        int last = Math.min(window.filled, from + limits.recordBytes()) - 1;
        int all = 0;
        int i = from;
        linesInQuotes = 0;
        while (i < last) {
            int fieldStart = i;
            int seen = 0;
            if (bytes[i] == QUOTE) {
                i = simpleQuoted(bytes, i + 1, last);
                if (i < 0) {
                    return false;
                }
                seen = quotedSeen;
            } else {
                for (; i < last; i++) {
                    byte kind = kinds[bytes[i] & 0xFF];
                    if (kind == END) {
                        break;
                    }
                    seen |= kind;
                }
                seen &= 0xFF;
            }
            byte found = bytes[i];
            if (i == last || found == 0 || !fields.add(fieldStart - from, i - from, seen)) {
                return false;
            }
            all |= seen;
            if (found != delimiter) {
                endSimple(i, (all & ByteKind.HIGH) != 0, linesInQuotes);
                return true;
            }
            i++;
        }
        return false;
    }

    private void endSimple(int at, boolean high, int lines) {
        bits = high ? -1 : 0;
        window.at = at;
        contentEnd = window.position();
        if (!sheet) {
            nextLine += lines;
        }
        skipLineEnd();
    }

    /** The index behind the closing quote, where a field or a record ends; negative where it is not as simple as that. */
    private int simpleQuoted(byte[] bytes, int from, int last) {
        byte[] kinds = quoted;
        int seen = 0;
        int more = FieldOffsets.QUOTED;
        int i = from;
        while (i < last) {
            byte found = bytes[i];
            byte kind = kinds[found & 0xFF];
            if (kind != END) {
                seen |= kind;
                i++;
            } else if (found == QUOTE) {
                if (bytes[i + 1] != QUOTE) {
                    quotedSeen = (seen & 0xFF) | more;
                    return i + 1 < last && (bytes[i + 1] == delimiter || isLineEnd(bytes[i + 1])) ? i + 1 : -1;
                }
                seen |= ByteKind.OTHER;
                more |= FieldOffsets.DOUBLED;
                i += 2;
            } else if (found == 0) {
                return -1;
            } else {
                seen |= ByteKind.CONTROL;
                linesInQuotes++;
                i += found == '\r' && bytes[i + 1] == '\n' ? 2 : 1;
            }
        }
        return -1;
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
            skipRun(unquoted);
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
            skipRun(quoted);
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
    private void skipRun(byte[] kinds) {
        byte[] bytes = window.bytes;
        int filled = window.filled;
        int seen = bits;
        int i = window.at;
        while (i < filled) {
            byte each = bytes[i];
            if (kinds[each & 0xFF] == END) {
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
