package dev.gridload.account.identifier;

/**
 * Tests of ASCII characters by hand: {@link Character#isDigit} and its kin accept full-width and Arabic digits, which no
 * rail does.
 */
public final class Ascii {

    static final int DIGIT = 1;
    static final int LOWER = 1 << 1;
    static final int UPPER = 1 << 2;
    private static final int HEX = 1 << 3;

    /** By character. Which of several kinds the next one is of is hard to foresee, and a branch that is guessed wrong dear. */
    private static final byte[] KINDS = kinds();

    private Ascii() {}

    /** {@link #DIGIT}, {@link #LOWER} or {@link #UPPER} and perhaps more; 0 for the others. */
    static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : 0;
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    public static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean isLetterOrDigit(char c) {
        return (kind(c) & (DIGIT | UPPER | LOWER)) != 0;
    }

    public static boolean isUpperOrDigit(char c) {
        return (kind(c) & (DIGIT | UPPER)) != 0;
    }

    public static boolean isHex(char c) {
        return (kind(c) & HEX) != 0;
    }

    /** Whether {@code value} is digits only and has between {@code least} and {@code most} of them. */
    public static boolean isDigits(CharSequence value, int least, int most) {
        return value.length() >= least && value.length() <= most && isDigits(value, 0);
    }

    /** Whether every character from {@code from} on is a digit. */
    public static boolean isDigits(CharSequence value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all characters are the same one. */
    public static boolean isOneCharacterRepeated(CharSequence value) {
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) != value.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code value} begins with {@code prefix}, letter for letter. */
    public static boolean startsWith(CharSequence value, String prefix) {
        return regionMatches(value, 0, prefix);
    }

    /** Whether {@code part} stands in {@code value} at {@code from}, letter for letter. */
    public static boolean regionMatches(CharSequence value, int from, CharSequence part) {
        if (value.length() - from < part.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (value.charAt(from + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < kinds.length; c++) {
            int kind = isDigit(c) ? DIGIT : isUpper(c) ? UPPER : isLower(c) ? LOWER : 0;
            boolean hex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            kinds[c] = (byte) (hex ? kind | HEX : kind);
        }
        return kinds;
    }
}
