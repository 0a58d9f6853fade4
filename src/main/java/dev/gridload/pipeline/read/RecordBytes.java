package dev.gridload.pipeline.read;

import dev.gridload.customer.ByteKind;
import dev.gridload.customer.Cell;
import dev.gridload.customer.RowBytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** One sound record where it lies; only fields that are not UTF-8 or have quotes in quotes are written anew. For one thread. */
final class RecordBytes implements RowBytes {

    private static final byte QUOTE = '"';

    private final RecordScanner record;
    private final Charset charset;
    private final boolean utf8;

    /** Fields of these kinds are not what stands in the file, byte by byte. */
    private final int anew;

    private byte[] written = new byte[1 << 10];
    private int used;
    private long row;
    private byte[] bytes = written;
    private int base;

    RecordBytes(RecordScanner record, Charset charset) {
        this.record = record;
        this.charset = charset;
        utf8 = charset.equals(StandardCharsets.UTF_8);
        anew = utf8 ? FieldOffsets.QUOTED : FieldOffsets.QUOTED | ByteKind.HIGH;
    }

    /** Stands for the record that the scanner is at, which must be sound. */
    RecordBytes at(long number) {
        row = number;
        used = 0;
        bytes = record.bytes();
        base = record.offset();
        return this;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public long line() {
        return record.line();
    }

    @Override
    public int filled() {
        return record.filled();
    }

    @Override
    public int filled(int place) {
        return record.filled(place);
    }

    @Override
    public boolean isAscii() {
        return record.isAscii();
    }

    @Override
    public boolean field(int place, Cell cell) {
        int from = base + record.start(place);
        int to = base + record.end(place);
        if (from == to) {
            return false;
        }
        int kinds = record.kinds(place);
        if ((kinds & anew) != 0) {
            return special(from, to, kinds, cell);
        }
        cell.set(bytes, from, to, kinds);
        return true;
    }

    private boolean special(int start, int end, int kinds, Cell cell) {
        boolean quoted = (kinds & FieldOffsets.QUOTED) != 0;
        int from = quoted ? start + 1 : start;
        int to = quoted ? end - 1 : end;
        if ((kinds & FieldOffsets.DOUBLED) != 0 || (!utf8 && (kinds & ByteKind.HIGH) != 0)) {
            write(from, to, cell, kinds);
        } else {
            cell.set(bytes, from, to, kinds & 0xFF);
        }
        return from != to;
    }

    private void write(int from, int to, Cell cell, int kinds) {
        byte[] source = bytes;
        int length = to - from;
        if (!utf8 && (kinds & ByteKind.HIGH) != 0) {
            source = new String(bytes, from, length, charset).getBytes(StandardCharsets.UTF_8);
            from = 0;
            length = source.length;
        }
        if (written.length - used < length) {
            // What stands there is somebody's cell still.
            written = new byte[2 * (written.length + length)];
            used = 0;
        }
        int start = used;
        for (int i = from; i < from + length; i++) {
            written[used++] = source[i];
            // Of two quotes one is meant, where the field stands in quotes itself; RFC 4180, section 2.7.
            if (source[i] == QUOTE && (kinds & FieldOffsets.DOUBLED) != 0) {
                i++;
            }
        }
        cell.set(written, start, used, kinds & 0xFF);
    }
}
