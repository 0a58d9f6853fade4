package dev.gridload.cli;

import dev.gridload.ledger.UndoCounts;
import java.util.ArrayList;
import java.util.List;

/** How far an undo has come, in a line. */
final class UndoWords {

    private UndoWords() {}

    /** For example {@code 12 customers and 3 accounts deleted, 1 not deleted}. */
    static String of(UndoCounts counts) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(counts.customers(), "customer") + " and " + Words.count(counts.accounts(), "account")
                + " deleted");
        add(parts, counts.gone(), "gone before");
        add(parts, counts.failed(), "not deleted");
        add(parts, counts.open(), "open");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(Words.count(number) + " " + what);
        }
    }
}
