package dev.gridload.pipeline.validate;

import org.jspecify.annotations.Nullable;

/** What a value looks like, in words that do not give it away. */
final class Found {

    private Found() {}

    /** For example {@code 8 digits}, or {@code 9 characters: 8 digits and 1 letter}; {@code nothing} for null. */
    static String in(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "nothing";
        }
        int[] counts = new int[4];
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            counts[kind(value.codePointAt(i))]++;
        }
        int all = counts[0] + counts[1] + counts[2] + counts[3];
        String[] words = {"digit", "letter", "space", "other"};
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == all && i < 2) {
                return count(all, words[i]);
            }
            if (counts[i] > 0) {
                parts.append(parts.isEmpty() ? "" : ", ")
                        .append(i == 3 ? counts[i] + " other" : count(counts[i], words[i]));
            }
        }
        return count(all, "character") + ": " + parts;
    }

    private static int kind(int c) {
        if (c >= '0' && c <= '9') {
            return 0;
        }
        return Character.isLetter(c) ? 1 : c == ' ' ? 2 : 3;
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
