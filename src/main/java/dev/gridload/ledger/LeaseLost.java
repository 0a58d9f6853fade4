package dev.gridload.ledger;

/** This process no longer owns the import: another one took it over. Nothing more may be sent or written by this one. */
public final class LeaseLost extends RuntimeException {

    private final long importId;

    LeaseLost(long importId, int epoch) {
        super("import " + importId + " was taken over by another process (ours was epoch " + epoch
                + "); this one stops without changing anything");
        this.importId = importId;
    }

    public long importId() {
        return importId;
    }
}
