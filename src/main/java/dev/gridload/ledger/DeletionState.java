package dev.gridload.ledger;

/** What became of a customer or account that an undo deletes. */
public enum DeletionState implements Step<DeletionState> {
    /** Its turn has come. */
    PLANNED,
    /** The intent is committed; the call may have left. To send it again does no harm. */
    SENT,
    /** Grid deleted it because we said so. */
    DELETED,
    /** Grid did not have it any more. */
    GONE,
    /** Grid did not delete it; its code and message are kept. */
    FAILED;

    /** Whether a deletion in this state may next be in the other. */
    @Override
    public boolean mayBecome(DeletionState next) {
        return switch (this) {
            case PLANNED -> next == SENT;
            case SENT -> true;
            case DELETED, GONE, FAILED -> false;
        };
    }
}
