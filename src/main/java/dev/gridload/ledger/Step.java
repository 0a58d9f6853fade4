package dev.gridload.ledger;

/** A state that knows which may follow it. */
interface Step<S> {

    /** Whether what stands here may next stand there. */
    boolean mayBecome(S next);

    String name();
}
