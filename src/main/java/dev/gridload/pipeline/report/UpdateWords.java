package dev.gridload.pipeline.report;

import dev.gridload.ledger.UpdateCounts;
import java.util.ArrayList;
import java.util.List;

/** What became of customers that Grid had before an import that changes them, in a line. */
public final class UpdateWords {

    private UpdateWords() {}

    /** For example {@code 12 updated, 1 failed}. */
    public static String of(UpdateCounts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.updated(), "updated");
        add(parts, counts.unchanged(), "had all of it");
        add(parts, counts.failed(), "failed");
        add(parts, counts.open(), "open");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(Figures.number(number) + " " + what);
        }
    }
}
