package dev.gridload.pipeline.validate;

import java.text.Normalizer;

/** Repairs of single characters, whatever the column means. */
final class CharacterRepairs {

    private static final String SPACES = "\u00a0\u2007\u202f";
    private static final String INVISIBLE = "\ufeff\u200b\u2060\u00ad";
    private static final String JOINERS_AND_DIRECTIONS =
            "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private CharacterRepairs() {}

    static void trim(Repair repair) {
        repair.by(RepairRule.REPAIRED_SPACES, trimmed(repair.value()));
    }

    /** Without spaces of any kind, tabs and line ends around it; other control characters are not for taking away. */
    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    /** Whether nothing is left of it. */
    static boolean isBlank(String value) {
        int from = 0;
        while (from < value.length() && isSpace(value.charAt(from))) {
            from++;
        }
        return from == value.length();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || (c > 0x7f && Character.isSpaceChar(c));
    }

    /** For text in any script: spelling stays as it is. */
    static void text(Repair repair) {
        invisible(repair, INVISIBLE);
        formula(repair);
    }

    /** For values that are ASCII by their nature. */
    static void plain(Repair repair) {
        if (!isAscii(repair.value())) {
            invisible(repair, INVISIBLE + JOINERS_AND_DIRECTIONS);
            repair.by(
                    RepairRule.REPAIRED_CHARACTERS,
                    asciiDigits(Normalizer.normalize(repair.value(), Normalizer.Form.NFKC)));
        }
        formula(repair);
        if (repair.value().startsWith("'")) {
            repair.by(RepairRule.REPAIRED_QUOTES, trimmed(repair.value().substring(1)));
        }
    }

    private static void formula(Repair repair) {
        String value = repair.value();
        if (value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")) {
            repair.by(RepairRule.REPAIRED_QUOTES, trimmed(value.substring(2, value.length() - 1)));
        }
    }

    private static void invisible(Repair repair, String unwanted) {
        String value = repair.value();
        if (!hasAny(value, unwanted)) {
            return;
        }
        StringBuilder seen = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (SPACES.indexOf(c) >= 0) {
                seen.append(' ');
            } else if (unwanted.indexOf(c) < 0) {
                seen.append(c);
            }
        }
        repair.by(RepairRule.REPAIRED_INVISIBLE, trimmed(seen.toString()));
    }

    private static boolean hasAny(String value, String unwanted) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > 0x7f && (SPACES.indexOf(c) >= 0 || unwanted.indexOf(c) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static String asciiDigits(String value) {
        StringBuilder digits = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (c > 0x7f && Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
                digits.append(Character.digit(c, 10));
            } else {
                digits.appendCodePoint(c);
            }
        });
        return digits.toString();
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }
}
