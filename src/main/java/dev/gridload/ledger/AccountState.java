package dev.gridload.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What became of an account that is created by a call of its own, and which state may follow which. */
public enum AccountState implements Step<AccountState> {
    /** Its customer is not known to be in Grid yet. */
    WAITING(RowState.STAGED),
    /** Its turn has come. */
    PLANNED(RowState.STAGED),
    /** The intent is committed; the request may have left. */
    IN_FLIGHT(RowState.IN_FLIGHT),
    /** Outcome unknown: Grid is asked before anything is sent again. */
    DISCOVER(RowState.DISCOVER),
    /** Grid has it, and this import made it. */
    CREATED(RowState.CREATED),
    /** Grid had it before this import. */
    ALREADY_EXISTED(RowState.ALREADY_EXISTED),
    /** Grid refused it; its code and message are kept. */
    FAILED(RowState.FAILED),
    /** Its customer is not in Grid; never sent. */
    LEFT_OUT(RowState.FAILED),
    /** A person must decide. */
    NEEDS_OPERATOR(RowState.NEEDS_OPERATOR);

    private final RowState rowState;

    AccountState(RowState rowState) {
        this.rowState = rowState;
    }

    /** The state of a row of which nothing but the account is open. */
    public RowState rowState() {
        return rowState;
    }

    /** Whether Grid has the account. */
    public boolean inGrid() {
        return this == CREATED || this == ALREADY_EXISTED;
    }

    /** Whether an account in this state may next be in the other. */
    @Override
    public boolean mayBecome(AccountState next) {
        return successors().contains(next);
    }

    private Set<AccountState> successors() {
        return switch (this) {
            case WAITING -> EnumSet.of(PLANNED, LEFT_OUT);
            case PLANNED -> EnumSet.of(IN_FLIGHT, ALREADY_EXISTED, FAILED, NEEDS_OPERATOR);
            case IN_FLIGHT -> EnumSet.of(PLANNED, DISCOVER, CREATED, FAILED);
            case DISCOVER, NEEDS_OPERATOR -> EnumSet.of(PLANNED, CREATED, ALREADY_EXISTED, FAILED, NEEDS_OPERATOR);
            case CREATED, ALREADY_EXISTED, FAILED, LEFT_OUT -> EnumSet.noneOf(AccountState.class);
        };
    }
}
