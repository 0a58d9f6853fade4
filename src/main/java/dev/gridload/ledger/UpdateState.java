package dev.gridload.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What became of the change of a customer that Grid had before, and which state may follow which. */
public enum UpdateState implements Step<UpdateState> {
    /** Its turn has come. */
    PLANNED(RowState.STAGED),
    /** The intent is committed; the change may have left. Grid is looked at before it is sent again. */
    SENT(RowState.DISCOVER),
    /** Grid has what the row says, and this import made it so. */
    UPDATED(RowState.ALREADY_EXISTED),
    /** Grid had all that the row says. */
    UNCHANGED(RowState.ALREADY_EXISTED),
    /** Grid did not take it; its code and message are kept. */
    FAILED(RowState.FAILED);

    private final RowState rowState;

    UpdateState(RowState rowState) {
        this.rowState = rowState;
    }

    /** The state of a row of which nothing but the change is open. */
    public RowState rowState() {
        return rowState;
    }

    /** Whether a change in this state may next be in the other. */
    @Override
    public boolean mayBecome(UpdateState next) {
        return successors().contains(next);
    }

    private Set<UpdateState> successors() {
        return switch (this) {
            case PLANNED -> EnumSet.of(SENT, UNCHANGED, FAILED);
            case SENT -> EnumSet.of(PLANNED, SENT, UPDATED, FAILED);
            case UPDATED, UNCHANGED, FAILED -> EnumSet.noneOf(UpdateState.class);
        };
    }
}
