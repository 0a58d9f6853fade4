package dev.gridload.pipeline.read;

/** The text of one field as it lies in the memory of the reader: no copy, and valid only until the reader moves on. */
final class FieldText implements CharSequence {

    private char[] chars = new char[0];
    private int from;
    private int to;

    FieldText() {}

    void set(char[] text, int start, int end) {
        chars = text;
        from = start;
        to = end;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return chars[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, from + start, end - start);
    }

    /** A copy that stays. */
    @Override
    public String toString() {
        return new String(chars, from, to - from);
    }
}
