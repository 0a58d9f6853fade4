package dev.gridload.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What became of a row, and which state may follow which. */
public enum RowState {
    /** Valid, waiting to be sent. */
    STAGED,
    /** The intent is committed; the request may have left. */
    IN_FLIGHT,
    /** In a Grid job that has an id. */
    POLLING,
    /** Outcome unknown: Grid is asked before anything is sent again. */
    DISCOVER,
    /** Grid lists it, with its Grid id. */
    CREATED,
    /** Grid had it before this import. */
    ALREADY_EXISTED,
    /** Failed validation here; never sent. */
    REJECTED,
    /** Its platformCustomerId stands earlier in this file; never sent. */
    DUPLICATE,
    /** Grid refused it; its code and message are kept. */
    FAILED,
    /** A person must decide. */
    NEEDS_OPERATOR;

    /** Whether a row in this state has come to its end. */
    public boolean terminal() {
        return successors().isEmpty() || this == NEEDS_OPERATOR;
    }

    /** Whether a row in this state may next be in the other. */
    public boolean mayBecome(RowState next) {
        return successors().contains(next);
    }

    private Set<RowState> successors() {
        return switch (this) {
            case STAGED -> EnumSet.of(IN_FLIGHT, DUPLICATE);
            case IN_FLIGHT -> EnumSet.of(STAGED, POLLING, DISCOVER, CREATED, FAILED);
            case POLLING -> EnumSet.of(DISCOVER, CREATED, ALREADY_EXISTED, FAILED, NEEDS_OPERATOR);
            case DISCOVER -> EnumSet.of(STAGED, CREATED, ALREADY_EXISTED, FAILED, NEEDS_OPERATOR);
            case NEEDS_OPERATOR -> EnumSet.of(STAGED, CREATED, ALREADY_EXISTED, FAILED);
            case CREATED, ALREADY_EXISTED, REJECTED, DUPLICATE, FAILED -> EnumSet.noneOf(RowState.class);
        };
    }
}
