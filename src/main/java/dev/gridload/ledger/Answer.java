package dev.gridload.ledger;

/** What a person says of a row whose end could not be found out. */
public enum Answer {
    /** Grid does not have it: send it once more, by itself. */
    SENT_AGAIN(RowState.STAGED),
    /** Grid has it, and this import made it. */
    CREATED(RowState.CREATED),
    /** Grid does not have it and shall not get it from this import. */
    FAILED(RowState.FAILED),
    /** Grid had it before this import. */
    EXISTED(RowState.ALREADY_EXISTED);

    private final RowState rowState;

    Answer(RowState rowState) {
        this.rowState = rowState;
    }

    /** What the row becomes by it. */
    public RowState rowState() {
        return rowState;
    }
}
