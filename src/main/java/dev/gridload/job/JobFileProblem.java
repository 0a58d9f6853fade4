package dev.gridload.job;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A job or mapping file that cannot be used, with every mistake that was found in it. */
public final class JobFileProblem extends RuntimeException {

    private final List<Mistake> mistakes;

    JobFileProblem(Path file, List<Mistake> found) {
        super(message(file, sorted(found)));
        mistakes = sorted(found);
    }

    /** In the order of the file. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /**
     * One thing to correct.
     *
     * @param line from 1; 0 where the file as a whole is meant
     * @param column from 1; 0 where the file as a whole is meant
     * @param key with the sections it stands in, {@code schedule.cron}; empty where no key is meant
     * @param message without a final stop
     * @param hint what to do next, as a sentence
     */
    public record Mistake(int line, int column, String key, String message, String hint) {

        @Override
        public String toString() {
            String place = line == 0 ? "" : "line " + line + ", column " + column + ": ";
            return place + (key.isEmpty() ? "" : key + ": ") + message + ". " + hint;
        }
    }

    private static List<Mistake> sorted(List<Mistake> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
                .toList();
    }

    private static String message(Path file, List<Mistake> found) {
        String count = found.size() == 1 ? "1 mistake" : found.size() + " mistakes";
        return found.stream().map(mistake -> "\n  " + mistake).collect(Collectors.joining("", file + ": " + count, ""));
    }
}
