package dev.gridload.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: fields apart by tab, rows by line feed, {@code \N} for null. */
final class CopyText {

    private final ByteArrayOutputStream bytes;
    private boolean first = true;

    CopyText(int expectedBytes) {
        bytes = new ByteArrayOutputStream(expectedBytes);
    }

    CopyText field(long value) {
        separate();
        bytes.writeBytes(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Null for 0. */
    CopyText key(long hash) {
        return hash == 0 ? field(null) : field(hash);
    }

    CopyText field(@Nullable String value) {
        separate();
        if (value == null) {
            bytes.write('\\');
            bytes.write('N');
            return this;
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; i < encoded.length; i++) {
            int escape = escapeOf(encoded[i]);
            if (escape != 0) {
                bytes.write(encoded, from, i - from);
                bytes.write('\\');
                bytes.write(escape);
                from = i + 1;
            }
        }
        bytes.write(encoded, from, encoded.length - from);
        return this;
    }

    void endRow() {
        bytes.write('\n');
        first = true;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private void separate() {
        if (!first) {
            bytes.write('\t');
        }
        first = false;
    }

    private static int escapeOf(byte b) {
        return switch (b) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
