package dev.gridload.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: fields apart by tab, rows by line feed, {@code \N} for null. */
final class CopyText {

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
        separate();
        if (value == null) {
            makeRoom(2);
            bytes[length++] = '\\';
            bytes[length++] = 'N';
        } else {
            write(value);
        }
        return this;
    }

    void endRow() {
        makeRoom(1);
        bytes[length++] = '\n';
        first = true;
    }

    /** The bytes so far are the first {@link #length()} of these. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    private void write(String value) {
        makeRoom(2 * value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                writeEncoded(value.substring(i));
                return;
            }
            writeEscaped((byte) c);
        }
    }

    private void writeEncoded(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        makeRoom(2 * encoded.length);
        for (byte b : encoded) {
            writeEscaped(b);
        }
    }

    private void writeEscaped(byte b) {
        byte escape = escapeOf(b);
        if (escape != 0) {
            bytes[length++] = '\\';
            bytes[length++] = escape;
        } else {
            bytes[length++] = b;
        }
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

    private static byte escapeOf(byte b) {
        return switch (b) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
