package dev.gridload.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 4180 record by record, and strictly: a quote inside a bare field, text behind a closing quote or an open
 * quote at the end refuse the file. A line may end in LF alone; blank lines are passed over.
 *
 * <p>A record comes back as one array of its unquoted fields with {@link #SEPARATOR} between them, a byte that UTF-8
 * never uses. That array is what a customer keeps, so a row is held once.
 */
final class CsvRecords {

    static final byte SEPARATOR = (byte) 0xFF;

    private enum Place {
        FIELD_START,
        BARE,
        QUOTED,
        QUOTE_IN_QUOTED,
        CARRIAGE_RETURN
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean begun;
    private byte[] record = new byte[512];
    private int length;
    private boolean ascii;
    private long line = 1;

    CsvRecords(InputStream in) {
        this.in = in;
    }

    /** The next record, or null at the end. @throws Refusal when the file is malformed */
    byte @Nullable [] next() throws IOException {
        length = 0;
        ascii = true;
        boolean quoted = false;
        Place place = Place.FIELD_START;
        for (int next = read(); next >= 0; next = read()) {
            switch (place) {
                case FIELD_START -> {
                    if (next == '"') {
                        quoted = true;
                        place = Place.QUOTED;
                        continue;
                    }
                    place = Place.BARE;
                }
                case BARE -> {
                    if (next == '"') {
                        throw malformed("a quote inside an unquoted field");
                    }
                }
                case QUOTED -> {
                    if (next == '"') {
                        place = Place.QUOTE_IN_QUOTED;
                    } else {
                        keep(next);
                    }
                    continue;
                }
                case QUOTE_IN_QUOTED -> {
                    if (next == '"') {
                        keep(next);
                        place = Place.QUOTED;
                        continue;
                    }
                    if (next != ',' && next != '\r' && next != '\n') {
                        throw malformed("text behind a closing quote");
                    }
                }
                case CARRIAGE_RETURN -> {
                    if (next != '\n') {
                        throw malformed("a carriage return without a line feed");
                    }
                }
            }
            if (next == ',') {
                append(SEPARATOR);
                place = Place.FIELD_START;
            } else if (next == '\r') {
                place = Place.CARRIAGE_RETURN;
            } else if (next == '\n') {
                if (length > 0 || quoted) {
                    return copy();
                }
                place = Place.FIELD_START;
            } else {
                keep(next);
            }
        }
        if (place == Place.QUOTED) {
            throw malformed("a quoted field that never ends");
        }
        return length > 0 || quoted ? copy() : null;
    }

    private byte[] copy() {
        byte[] copy = Arrays.copyOf(record, length);
        if (!ascii) {
            for (int at = 0; at < length; at++) {
                record[at] = record[at] == SEPARATOR ? (byte) ',' : record[at];
            }
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record, 0, length));
            } catch (CharacterCodingException notUtf8) {
                throw malformed("bytes that are not UTF-8");
            }
        }
        return copy;
    }

    private void keep(int value) {
        if (value >= 0x80) {
            ascii = false;
            if (value == 0xFF) {
                throw malformed("bytes that are not UTF-8");
            }
        }
        append((byte) value);
    }

    private void append(byte value) {
        if (length == record.length) {
            record = Arrays.copyOf(record, length * 2);
        }
        record[length++] = value;
    }

    private int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        int value = buffer[position++] & 0xFF;
        if (value == '\n') {
            line++;
        }
        return value;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = 0;
        while (limit < 3) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                break;
            }
            limit += read;
        }
        if (!begun) {
            begun = true;
            boolean byteOrderMark =
                    limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
            position = byteOrderMark ? 3 : 0;
        }
        return position < limit;
    }

    private Refusal malformed(String what) {
        return Refusal.invalid("The CSV file is malformed near line " + line + ": " + what);
    }
}
