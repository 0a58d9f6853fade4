package dev.gridload.pipeline.read;

import dev.gridload.customer.ByteKind;

/**
 * Finds one record in one loop, where it lies in memory as a whole and has nothing special. What it does not find is left to
 * {@link RecordScanner}, as if nothing had happened. For one thread.
 */
final class QuickScan {

    private static final byte QUOTE = '"';
    private static final int NOT_SOUND = -1;

    /** In the place of a kind: a byte that means something. */
    private static final byte STOP = 0;

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHS = EACH << 7;
    private static final long QUOTES = QUOTE * EACH;
    private static final long LOW = 14 * EACH;

    private final ByteWindow window;
    private final FieldOffsets fields;
    private final int longest;
    private final int longestField;
    private final byte delimiter;
    private final byte[] unquoted;
    private final byte[] quoted;

    private int end;
    private int lines;
    private boolean high;
    private int seenInQuotes;

    QuickScan(ByteWindow window, FieldOffsets fields, byte delimiter, Limits limits) {
        this.window = window;
        this.fields = fields;
        this.delimiter = delimiter;
        longest = limits.recordBytes();
        longestField = limits.fieldBytes();
        unquoted = kinds(delimiter);
        quoted = kinds(QUOTE);
    }

    /** By byte, for fields that end at this one or at the end of the line; a NUL is looked at too. */
    private static byte[] kinds(byte end) {
        byte[] kinds = ByteKind.table();
        kinds[end] = STOP;
        kinds['\r'] = STOP;
        kinds['\n'] = STOP;
        kinds[0] = STOP;
        return kinds;
    }

    /** Index of the line end of the record that was found. */
    int end() {
        return end;
    }

    /** Line ends in its quotes. */
    int lines() {
        return lines;
    }

    /** Whether it has more than ASCII. */
    boolean high() {
        return high;
    }

    /** Finds the record that begins here, its fields and what kinds of bytes they have. */
    boolean fields() {
        byte[] bytes = window.bytes;
        byte[] kinds = unquoted;
        int[] ends = fields.ends;
        int[] kindsOf = fields.kinds;
        int[] filled = fields.filled;
        int from = window.at;
        int last = Math.min(window.filled, from + longest) - 1;
        int all = 0;
        int count = 0;
        int more = 0;
        lines = 0;
        int i = from;
        while (i < last && count < ends.length) {
            byte found = bytes[i];
            if (found == delimiter) {
                // In wide files most fields are empty.
                kindsOf[count] = 0;
                ends[count++] = i - from;
                i++;
                continue;
            }
            int start = i;
            int seen = 0;
            if (found == QUOTE) {
                i = afterQuotes(bytes, i + 1, last);
                if (i == NOT_SOUND) {
                    return false;
                }
                seen = seenInQuotes;
            } else {
                for (; i < last; i++) {
                    byte kind = kinds[bytes[i] & 0xFF];
                    if (kind == STOP) {
                        break;
                    }
                    seen |= kind;
                }
                seen &= 0xFF;
            }
            found = bytes[i];
            if (i == last || found == 0 || i - start > longestField) {
                return false;
            }
            if (i != start) {
                filled[more++] = count;
            }
            ends[count] = i - from;
            kindsOf[count++] = seen;
            all |= seen;
            if (found != delimiter) {
                fields.found(count, more);
                return found(i, (all & ByteKind.HIGH) != 0);
            }
            i++;
        }
        return false;
    }

    /** The index behind the closing quote, where a field or a record ends. */
    private int afterQuotes(byte[] bytes, int from, int last) {
        byte[] kinds = quoted;
        int seen = 0;
        int more = FieldOffsets.QUOTED;
        int i = from;
        while (i < last) {
            byte found = bytes[i];
            byte kind = kinds[found & 0xFF];
            if (kind != STOP) {
                seen |= kind;
                i++;
            } else if (found == QUOTE) {
                if (bytes[i + 1] != QUOTE) {
                    seenInQuotes = (seen & 0xFF) | more;
                    return i + 1 < last && (bytes[i + 1] == delimiter || isLineEnd(bytes[i + 1])) ? i + 1 : NOT_SOUND;
                }
                seen |= ByteKind.OTHER;
                more |= FieldOffsets.DOUBLED;
                i += 2;
            } else if (found == 0) {
                return NOT_SOUND;
            } else {
                seen |= ByteKind.CONTROL;
                lines++;
                i += found == '\r' && bytes[i + 1] == '\n' ? 2 : 1;
            }
        }
        return NOT_SOUND;
    }

    /**
     * Finds the record only, eight bytes at a time. Stops at quotes and at what is below 14, which are the line ends, NUL and,
     * seldom, others.
     */
    boolean skip() {
        byte[] bytes = window.bytes;
        int from = window.at;
        // Behind each byte of the last word there is another one.
        int last = Math.min(window.filled, from + longest) - Long.BYTES;
        boolean open = false;
        long seen = 0;
        lines = 0;
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
                    return found(i, (seen & HIGHS) != 0);
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

    private boolean found(int at, boolean more) {
        end = at;
        high = more;
        return true;
    }

    private static boolean isLineEnd(byte each) {
        return each == '\n' || each == '\r';
    }
}
