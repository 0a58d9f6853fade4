package dev.gridload.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {

    private Spelling() {}

    /** A sentence for the end of a message: the likely word, or else the words there are. */
    public static String suggest(String word, Collection<String> known, String otherwise) {
        return closest(word, known)
                .map(meant -> "Did you mean \"" + meant + "\"?")
                .orElse(otherwise);
    }

    private static Optional<String> closest(String word, Collection<String> known) {
        String typed = bare(word);
        int allowed = Math.min(2, Math.max(1, (typed.length() + 1) / 3));
        return known.stream()
                .filter(candidate -> distance(typed, bare(candidate)) <= allowed)
                .min(Comparator.comparingInt((String candidate) -> distance(typed, bare(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code part_rows}, {@code partRows} and {@code part-rows} are the same word to a person. */
    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
