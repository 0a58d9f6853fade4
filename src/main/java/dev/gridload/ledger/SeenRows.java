package dev.gridload.ledger;

import dev.gridload.customer.RowKeys;

/**
 * What was noticed of the rows of an import while they were staged, so that the ledger need not look at all of them again: whom
 * they may repeat, and what they take of an upload. It serves where it saw all of them. Safe for use by several threads.
 */
public final class SeenRows {

    private final Suspects suspects;
    private final LineLengths lengths;

    private SeenRows(Suspects suspects, LineLengths lengths) {
        this.suspects = suspects;
        this.lengths = lengths;
    }

    /**
     * Of an import none of whose rows is staged yet.
     *
     * @param rows how many will pass by
     */
    public static SeenRows of(long rows) {
        return new SeenRows(new Suspects(rows), new LineLengths(rows));
    }

    /** Of an import of which some rows were staged by an earlier run. */
    public static SeenRows none() {
        SeenRows none = new SeenRows(new Suspects(0), new LineLengths(0));
        none.forget();
        return none;
    }

    /** Knows nothing from now on, and gives the memory back. */
    public void forget() {
        suspects.forget();
        lengths.forget();
    }

    void look(long record, RowKeys keys) {
        suspects.look(record, keys);
    }

    void note(long record, int line) {
        lengths.note(record, line);
    }

    Suspects suspects() {
        return suspects;
    }

    LineLengths lengths() {
        return lengths;
    }
}
