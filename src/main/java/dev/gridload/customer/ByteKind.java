package dev.gridload.customer;

/** What stands in a field as bits, one for each kind of byte: found on the way, while the field's end is looked for. */
public final class ByteKind {

    public static final int DIGIT = 1;
    public static final int LETTER = 1 << 1;
    public static final int SPACE = 1 << 2;
    /** Apostrophe, hyphen, period: the marks of a plain name. */
    public static final int MARK = 1 << 3;
    /** The rest of printable ASCII. */
    public static final int OTHER = 1 << 4;
    /** Below the space, and DEL; of tab and line ends too. */
    public static final int CONTROL = 1 << 5;
    /** More than ASCII. */
    public static final int HIGH = 1 << 6;

    private static final byte[] OF = of();

    private ByteKind() {}

    /** By byte, each one bit. */
    public static byte[] table() {
        return OF.clone();
    }

    /** The kind of one byte of ASCII. */
    static int of(byte each) {
        return OF[each];
    }

    /** The kinds of these bytes together. */
    public static int of(byte[] bytes, int from, int to) {
        int kinds = 0;
        for (int i = from; i < to; i++) {
            kinds |= OF[bytes[i] & 0xFF];
        }
        return kinds & 0xFF;
    }

    private static byte[] of() {
        byte[] kinds = new byte[256];
        for (int each = 0; each < kinds.length; each++) {
            kinds[each] = (byte) kind(each);
        }
        return kinds;
    }

    private static int kind(int each) {
        if (each >= 0x80) {
            return HIGH;
        }
        if (each < ' ' || each == 0x7f) {
            return CONTROL;
        }
        if (each >= '0' && each <= '9') {
            return DIGIT;
        }
        if ((each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z')) {
            return LETTER;
        }
        return switch (each) {
            case ' ' -> SPACE;
            case '\'', '-', '.' -> MARK;
            default -> OTHER;
        };
    }
}
