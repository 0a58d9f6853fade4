package dev.gridload.customer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands in a field, as UTF-8 where somebody else keeps it: no copy, and valid only until they move on. As characters it
 * may be read where it is ASCII; a copy is right in any case. For one thread.
 */
public final class Cell implements CharSequence {

    private byte[] bytes = {};
    private int from;
    private int to;
    private int kinds;

    /** One that stays. */
    public static Cell of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Cell cell = new Cell();
        cell.set(bytes, 0, bytes.length, ByteKind.of(bytes, 0, bytes.length));
        return cell;
    }

    /**
     * The same text to ask a rule with: a cell where it is ASCII. Rules are asked of cells a million times in a large file;
     * a rule that is asked of a String now and then, Java has to prepare for both, and it slows down for all.
     */
    public static CharSequence asked(String text) {
        byte[] bytes = new byte[text.length()];
        int kinds = 0;
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return text;
            }
            bytes[i] = (byte) c;
            kinds |= ByteKind.of(bytes[i]);
        }
        Cell cell = new Cell();
        cell.set(bytes, 0, bytes.length, kinds);
        return cell;
    }

    /**
     * Stands for these bytes from now on.
     *
     * @param of the {@link ByteKind kinds} of all of them
     */
    public void set(byte[] in, int start, int end, int of) {
        bytes = in;
        from = start;
        to = end;
        kinds = of;
    }

    /** Whether nothing in it is of these kinds. */
    public boolean hasNone(int of) {
        return (kinds & of) == 0;
    }

    /** The {@link ByteKind kinds} of its bytes. */
    public int kinds() {
        return kinds;
    }

    /** Whether it is this text, byte by byte. */
    public boolean is(byte[] text) {
        return Arrays.equals(bytes, from, to, text, 0, text.length);
    }

    /** Its first byte; it must have one. */
    public byte first() {
        return bytes[from];
    }

    /** Its last byte; it must have one. */
    public byte last() {
        return bytes[to - 1];
    }

    /** In bytes. */
    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xFF);
    }

    /** Adds its bytes to the sum of a key. */
    long addTo(long sum) {
        return KeyHash.add(sum, bytes, from, to);
    }

    /** Copies its bytes to this place and returns the one after them. */
    public int copy(byte[] target, int place) {
        System.arraycopy(bytes, from, target, place, to - from);
        return place + to - from;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    /** A copy that stays. */
    @Override
    public String toString() {
        return new String(
                bytes, from, to - from, hasNone(ByteKind.HIGH) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
