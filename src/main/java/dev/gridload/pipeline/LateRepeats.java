package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import java.util.Arrays;

/** Repetitions that were found when the rows had gone by: 8 bytes each. */
final class LateRepeats {

    private static final DuplicateRule[] RULES = DuplicateRule.values();
    private static final int RULE_BITS = 3;
    private static final int ROW_BITS = 30;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    private long[] packed = new long[1 << 8];
    private int size;
    private int next;

    void add(RepeatSearch.Repeat repeat) {
        if (repeat.row() > ROW_MASK) {
            throw new IllegalStateException("a file has at most " + ROW_MASK + " rows");
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        packed[size++] =
                (repeat.row() << ROW_BITS | repeat.firstRow()) << RULE_BITS | Arrays.binarySearch(RULES, repeat.rule());
    }

    /** Puts them in the order of their rows; before the first is taken. */
    void sort() {
        Arrays.sort(packed, 0, size);
    }

    /** Whether one is left whose row lies before this one. */
    boolean hasBefore(long row) {
        return next < size && packed[next] >>> (ROW_BITS + RULE_BITS) < row;
    }

    RepeatSearch.Repeat take() {
        long taken = packed[next++];
        return new RepeatSearch.Repeat(
                RULES[(int) taken & (1 << RULE_BITS) - 1],
                taken >>> (ROW_BITS + RULE_BITS),
                taken >>> RULE_BITS & ROW_MASK);
    }
}
