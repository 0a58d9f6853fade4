package dev.gridload.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Where a submission stands; all its rows that have no outcome yet stand there with it. */
public enum SubmissionState implements Step<SubmissionState> {
    PLANNED(RowState.STAGED),
    IN_FLIGHT(RowState.IN_FLIGHT),
    POLLING(RowState.POLLING),
    /** Grid's job is over; what it did is still to be read back. */
    JOB_ENDED(RowState.POLLING),
    DISCOVER(RowState.DISCOVER),
    /** Every row of it has an outcome. */
    SETTLED(RowState.CREATED);

    private final RowState rowState;

    SubmissionState(RowState rowState) {
        this.rowState = rowState;
    }

    /** The state of its rows without an outcome. A settled submission has none. */
    public RowState rowState() {
        return rowState;
    }

    /** Whether a submission in this state may next be in the other. */
    @Override
    public boolean mayBecome(SubmissionState next) {
        return switch (this) {
            case PLANNED -> next == IN_FLIGHT;
            case IN_FLIGHT ->
                Set.of(PLANNED, POLLING, JOB_ENDED, DISCOVER, SETTLED).contains(next);
            case POLLING -> Set.of(JOB_ENDED, DISCOVER, SETTLED).contains(next);
            case JOB_ENDED, DISCOVER -> EnumSet.of(DISCOVER, PLANNED, SETTLED).contains(next) && next != this;
            case SETTLED -> false;
        };
    }
}
