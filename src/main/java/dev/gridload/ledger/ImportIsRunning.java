package dev.gridload.ledger;

/** Another living process runs this import. */
public final class ImportIsRunning extends RuntimeException {

    private final long importId;

    ImportIsRunning(long importId, String owner) {
        super("import " + importId + " is being run by " + owner.split("/", 2)[0]);
        this.importId = importId;
    }

    public long importId() {
        return importId;
    }
}
