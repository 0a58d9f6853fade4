package dev.gridload.pipeline.validate;

import dev.gridload.customer.ByteKind;
import dev.gridload.customer.Cell;
import java.util.Arrays;

/** Tells values that no repair would touch and no look at single characters would mind. It may only accept. */
final class CleanText {

    private static final int LONGEST_NAME = 255;
    private static final int LATIN_END = 0x250;
    private static final boolean[] LETTERS = letters();

    /** By byte, 1 where a value that begins or ends with it may have to be mended. */
    private static final byte[] UNUSUAL_ENDS = unusualEnds();

    private CleanText() {}

    /** Whether a value of these kinds, with these ends, may be other than clean, whatever column it stands in: seldom, in one look. */
    static boolean isUnusual(Cell value, int unusual) {
        int ends = UNUSUAL_ENDS[value.first() & 0xFF] | UNUSUAL_ENDS[value.last() & 0xFF];
        return ((value.kinds() & unusual) | ends) != 0;
    }

    /** For values that are ASCII by their nature. */
    static boolean isPlain(Cell value) {
        return value.hasNone(ByteKind.HIGH | ByteKind.CONTROL) && isTidy(value) && value.charAt(0) != '\'';
    }

    /** For text that people write: letters of the Latin scripts too. */
    static boolean isText(Cell value) {
        return value.hasNone(ByteKind.CONTROL) && isTidy(value) && isLatin(value);
    }

    /** For text on several lines. */
    static boolean isLines(Cell value) {
        return (value.hasNone(ByteKind.CONTROL) || hasOnlyLines(value)) && isTidy(value) && isLatin(value);
    }

    /** For names of people that were found to be {@link #isText text}: letters, single spaces, apostrophes, hyphens and periods. */
    static boolean isName(Cell value) {
        return value.length() <= LONGEST_NAME
                && value.hasNone(ByteKind.DIGIT | ByteKind.OTHER)
                && !value.hasNone(ByteKind.LETTER | ByteKind.HIGH)
                && (value.hasNone(ByteKind.SPACE) || hasSingleSpaces(value));
    }

    private static boolean hasSingleSpaces(Cell value) {
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) == ' ' && value.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isTidy(Cell value) {
        return value.charAt(0) > ' ' && value.charAt(value.length() - 1) > ' ' && value.charAt(0) != '=';
    }

    private static boolean hasOnlyLines(Cell value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that is more than ASCII are letters of two bytes. RFC 3629, section 3. */
    private static boolean isLatin(Cell value) {
        if (value.hasNone(ByteKind.HIGH)) {
            return true;
        }
        for (int i = 0; i < value.length(); i++) {
            int first = value.charAt(i);
            if (first >= 0x80) {
                i++;
                int second = i < value.length() ? value.charAt(i) : 0;
                int letter = (first & 0x1f) << 6 | (second & 0x3f);
                boolean two = first >= 0xc3 && first < 0xe0 && (second & 0xc0) == 0x80;
                if (!two || letter >= LATIN_END || !LETTERS[letter]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether it is UTF-8, and not what stands for a byte that could not be read. RFC 3629, section 4. */
    static boolean isUtf8(Cell value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            int first = value.charAt(i);
            int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
            if (i + more >= length || (more > 0 && !isCharacter(value, i, first, more))) {
                return false;
            }
            i += more;
        }
        return true;
    }

    private static boolean isCharacter(Cell value, int at, int first, int more) {
        int code = first & (0x3f >> more);
        for (int i = 1; i <= more; i++) {
            int next = value.charAt(at + i);
            if ((next & 0xc0) != 0x80) {
                return false;
            }
            code = code << 6 | (next & 0x3f);
        }
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        return first >= 0xc2
                && first <= 0xf4
                && code >= least
                && code <= Character.MAX_CODE_POINT
                && code != 0xfffd
                && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
    }

    private static byte[] unusualEnds() {
        byte[] unusual = new byte[256];
        Arrays.fill(unusual, 0, ' ' + 1, (byte) 1);
        unusual['='] = 1;
        unusual['\''] = 1;
        return unusual;
    }

    private static boolean[] letters() {
        boolean[] letters = new boolean[LATIN_END];
        for (int c = 0xc0; c < LATIN_END; c++) {
            letters[c] = Character.isLetter(c);
        }
        return letters;
    }
}
