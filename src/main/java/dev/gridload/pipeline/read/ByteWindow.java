package dev.gridload.pipeline.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The stretch of a source that is in memory: it moves forward, keeps the bytes from the mark on while they are within the
 * limit, and can be set back.
 */
final class ByteWindow {

    private final ByteSource source;
    private final int keepAtMost;

    /** The bytes themselves; valid below {@link #filled}. */
    final byte[] bytes;

    /** Index of the next byte. */
    int at;

    /** Index after the last byte in memory. */
    int filled;

    private final ByteBuffer words;

    private long base;
    private long mark = -1;
    private boolean sourceEnded;

    ByteWindow(ByteSource source, int keepAtMost, int readAhead) {
        this.source = source;
        this.keepAtMost = keepAtMost;
        this.bytes = new byte[keepAtMost + readAhead];
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Eight bytes as a number, the first one lowest; all must be in memory. */
    long word(int index) {
        return words.getLong(index);
    }

    long position() {
        return base + at;
    }

    /** From here on the bytes are kept, up to the limit. */
    void mark() {
        mark = base + at;
    }

    /** Index of the mark; only where no more than the limit was read since. */
    int markIndex() {
        return (int) (mark - base);
    }

    /** Whether there is a byte at {@link #at}; reads on where the memory is used up. */
    boolean hasByte() {
        return at < filled || refill();
    }

    /** Goes on at the byte of this number, which was read before; gives up the mark. */
    void seek(long position) {
        mark = -1;
        if (position >= base && position <= base + filled) {
            at = (int) (position - base);
        } else {
            base = position;
            at = 0;
            filled = 0;
            sourceEnded = false;
        }
    }

    private boolean refill() {
        if (sourceEnded) {
            return false;
        }
        long end = base + filled;
        boolean keep = mark >= base && end - mark <= keepAtMost;
        int kept = keep ? (int) (end - mark) : 0;
        System.arraycopy(bytes, filled - kept, bytes, 0, kept);
        base = end - kept;
        filled = kept;
        at = kept;
        int count = source.read(end, bytes, filled, bytes.length - filled);
        sourceEnded = count < 0;
        filled += Math.max(count, 0);
        return !sourceEnded;
    }
}
