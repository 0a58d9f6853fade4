package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import java.util.Arrays;
import java.util.BitSet;

/** Repetitions that were found when the rows had gone by: 8 bytes each, of one row in the order of the rules, as if told at once. */
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
                (repeat.row() << RULE_BITS | Arrays.binarySearch(RULES, repeat.rule())) << ROW_BITS | repeat.firstRow();
    }

    /** Puts them in the order of their rows; before the first is taken. */
    void sort() {
        Arrays.sort(packed, 0, size);
    }

    /** Whether one is left whose row lies before this one. */
    boolean hasBefore(long row) {
        return next < size && rowOf(packed[next]) < row;
    }

    /** The rows of these that repeat something, counted from the first of them, whether taken or not. For any thread. */
    BitSet places(long from, long to) {
        BitSet places = new BitSet();
        int at = Arrays.binarySearch(packed, 0, size, from << (ROW_BITS + RULE_BITS));
        for (int i = at < 0 ? -at - 1 : at; i < size && rowOf(packed[i]) < to; i++) {
            places.set((int) (rowOf(packed[i]) - from));
        }
        return places;
    }

    private static long rowOf(long repeat) {
        return repeat >>> (ROW_BITS + RULE_BITS);
    }

    RepeatSearch.Repeat take() {
        long taken = packed[next++];
        return new RepeatSearch.Repeat(
                RULES[(int) (taken >>> ROW_BITS) & (1 << RULE_BITS) - 1], rowOf(taken), taken & ROW_MASK);
    }
}
