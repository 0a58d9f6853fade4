package dev.gridload.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: fields apart by tab, rows by line feed, {@code \N} for null. */
final class CopyText {

    /** By byte, the letter behind the backslash; 0 for a byte that stands as it is. */
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes;
    private int length;
    private boolean first = true;

    CopyText(int expectedBytes) {
        bytes = new byte[Math.max(expectedBytes, 256)];
    }

    CopyText field(long value) {
        separate();
        if (value == Long.MIN_VALUE) {
            // The only number that has no positive counterpart.
            write(Long.toString(value));
            return this;
        }
        makeRoom(20);
        if (value < 0) {
            bytes[length++] = '-';
        }
        long rest = Math.abs(value);
        int end = length + digits(rest);
        length = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        return this;
    }

    /** Null for 0. */
    CopyText key(long hash) {
        return hash == 0 ? field(null) : field(hash);
    }

    CopyText field(@Nullable String value) {
        text(value);
        return this;
    }

    /** The same, and returns how many bytes of UTF-8 the value has. */
    int text(@Nullable String value) {
        separate();
        if (value != null) {
            return write(value);
        }
        makeRoom(2);
        bytes[length++] = '\\';
        bytes[length++] = 'N';
        return 0;
    }

    void endRow() {
        makeRoom(1);
        bytes[length++] = '\n';
        first = true;
    }

    /** Forgets the rows so far, and keeps the memory that they took. */
    void clear() {
        length = 0;
        first = true;
    }

    /** The bytes so far are the first {@link #length()} of these. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    private int write(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        makeRoom(2 * encoded.length);
        int written = 0;
        for (int i = 0; i < encoded.length; i++) {
            byte escape = ESCAPES[encoded[i] & 0xFF];
            if (escape != 0) {
                copy(encoded, written, i);
                bytes[length++] = '\\';
                bytes[length++] = escape;
                written = i + 1;
            }
        }
        copy(encoded, written, encoded.length);
        return encoded.length;
    }

    private void copy(byte[] from, int start, int end) {
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    private void separate() {
        if (!first) {
            makeRoom(1);
            bytes[length++] = '\t';
        }
        first = false;
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    private static int digits(long positive) {
        int digits = 1;
        for (long rest = positive / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        escapes['\\'] = '\\';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        return escapes;
    }
}
