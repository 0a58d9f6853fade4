package dev.gridload.ledger;

import java.util.concurrent.atomic.LongAdder;

/**
 * What each row takes of an upload, noted while the rows pass by in any order, so that they can be cut into parts without being
 * read again: two bytes a row, and nothing of a file of very many. Safe for several threads that note different rows.
 */
final class LineLengths {

    private static final int MOST_ROWS = 4_000_000;
    private static final int LONGEST = 0xFFFF;

    private final LongAdder noted = new LongAdder();
    /** By record; 0 where no upload carries it. */
    private short[] bytes;

    private volatile boolean lost;

    /** @param rows how many will pass by */
    LineLengths(long rows) {
        bytes = new short[rows <= MOST_ROWS ? (int) rows + 1 : 0];
    }

    /** @param line bytes with its line end; 0 for a row that no upload carries */
    void note(long record, int line) {
        if (record >= bytes.length || line > LONGEST) {
            lost = true;
        } else {
            bytes[(int) record] = (short) line;
            noted.increment();
        }
    }

    /** Whether all of so many rows were noted, each once. */
    boolean areOfAll(long rows) {
        return !lost && noted.sum() == rows && rows < bytes.length;
    }

    /** Of a row that was noted. */
    int of(long record) {
        return bytes[(int) record] & LONGEST;
    }

    /** Gives the memory back. */
    void forget() {
        lost = true;
        bytes = new short[0];
    }
}
