package dev.gridload.account.identifier;

/**
 * Tests of ASCII characters by hand: {@link Character#isDigit} and its kin accept full-width and Arabic digits, which no
 * rail does.
 */
public final class Ascii {

    private Ascii() {}

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
        return isDigit(c) || isUpper(c) || isLower(c);
    }

    public static boolean isUpperOrDigit(char c) {
        return isDigit(c) || isUpper(c);
    }

    public static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
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
}
