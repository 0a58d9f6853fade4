package dev.gridload.ledger;

/** How far an import has come. */
public enum ImportState {
    /** Its rows are being read, checked and written to the ledger. Nothing was sent. */
    STAGING,
    /** Its rows are on their way to Grid. */
    DELIVERING,
    /** Every row has its outcome. */
    FINISHED,
    /** Given up by an operator. */
    ABANDONED,
    /** An operator is taking it back: what it created is being deleted. */
    UNDOING,
    /** Taken back. */
    UNDONE
}
