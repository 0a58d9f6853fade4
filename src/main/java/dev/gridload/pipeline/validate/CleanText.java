package dev.gridload.pipeline.validate;

/** Tells values that no repair would touch and no look at single characters would mind. It may only accept. */
final class CleanText {

    private static final int LATIN_END = 0x250;
    private static final byte OF_ANY = 1;
    private static final byte OF_TEXT = 2;
    private static final byte OF_LINES = 3;
    private static final byte[] KINDS = kinds();

    private CleanText() {}

    /**
     * For values that are ASCII by their nature.
     *
     * @param printable whether it is known to be nothing but ASCII without control characters
     */
    static boolean isPlain(CharSequence value, boolean printable) {
        return isClean(value, printable, OF_ANY) && value.charAt(0) != '\'';
    }

    /** For text that people write: letters of the Latin scripts too. */
    static boolean isText(CharSequence value, boolean printable) {
        return isClean(value, printable, OF_TEXT);
    }

    /** For text on several lines. */
    static boolean isLines(CharSequence value, boolean printable) {
        return isClean(value, printable, OF_LINES);
    }

    private static boolean isClean(CharSequence value, boolean printable, byte most) {
        int length = value.length();
        return (printable || isOf(value, length, most))
                && value.charAt(0) > ' '
                && value.charAt(length - 1) > ' '
                && value.charAt(0) != '=';
    }

    private static boolean isOf(CharSequence value, int length, byte most) {
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            int kind = c < LATIN_END ? KINDS[c] : 0;
            if (kind == 0 || kind > most) {
                return false;
            }
        }
        return true;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[LATIN_END];
        for (int c = ' '; c < 0x7f; c++) {
            kinds[c] = OF_ANY;
        }
        kinds['\t'] = OF_LINES;
        kinds['\n'] = OF_LINES;
        kinds['\r'] = OF_LINES;
        for (int c = 0xc0; c < LATIN_END; c++) {
            kinds[c] = Character.isLetter(c) ? OF_TEXT : 0;
        }
        return kinds;
    }
}
