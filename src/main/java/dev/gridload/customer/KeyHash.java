package dev.gridload.customer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A 64-bit sum over texts, one after the other, eight bytes of UTF-8 at a time: each step is the product of 128 bits folded
 * once, so that every bit of the sum depends on every byte. Not for secrets.
 */
final class KeyHash {

    static final long BEGIN = 0xcbf29ce484222325L;

    /** Odd, half of its bits set, and of no pattern: the fraction of the golden ratio, 2^64 / phi. */
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    /** Eight bytes of an array at once, the first one lowest. */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private KeyHash() {}

    /** A text and its end: what comes next cannot be taken for a part of it. */
    static long add(long sum, CharSequence text) {
        if (text instanceof Cell cell) {
            return cell.addTo(sum);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return add(sum, bytes, 0, bytes.length);
    }

    static long add(long sum, byte[] bytes, int from, int to) {
        long hash = sum;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = step(hash, word(bytes, i));
        }
        return step(hash, (long) (to - from) << 56 | rest(bytes, i, to));
    }

    /** Fewer than eight bytes, the first one lowest. What stands behind them is mostly there to be read with them. */
    private static long rest(byte[] bytes, int from, int to) {
        if (from + Long.BYTES <= bytes.length) {
            return word(bytes, from) & ((1L << ((to - from) * Byte.SIZE)) - 1);
        }
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = rest << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return rest;
    }

    /** The same whatever its case, as far as it is ASCII. */
    static long addLower(long sum, CharSequence text) {
        long hash = sum;
        long word = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            word |= (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c & 0xFFFFL) << ((i & 3) * Character.SIZE);
            if ((i & 3) == 3) {
                hash = step(hash, word);
                word = 0;
            }
        }
        return step(step(hash, word), length);
    }

    /** No text. */
    static long addNothing(long sum) {
        return step(sum, -1);
    }

    /** Never 0. */
    static long end(long sum) {
        long hash = step(sum, sum >>> 32);
        return hash == 0 ? 1 : hash;
    }

    /** Adds a number. */
    static long step(long sum, long word) {
        long mixed = sum ^ word;
        return mixed * FACTOR ^ Math.multiplyHigh(mixed, FACTOR);
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }
}
