package dev.gridload.run;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Ledger;

/** Imports by their number, and what must be true of one before it is taken up again. */
final class KnownImports {

    private final Ledger ledger;

    KnownImports(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @throws Impossible when there is none of this number */
    ImportRecord get(long id) {
        return ledger.imports()
                .find(id)
                .orElseThrow(() -> new Impossible("there is no import " + id + "; gridload list shows all"));
    }

    /** A finished import passes: taking it up again does nothing. */
    void requireContinuable(ImportRecord record) {
        requireNotUndone(record);
        if (record.state() == ImportState.ABANDONED) {
            throw new Impossible(
                    "import " + record.id() + " was given up. To import its file anew: " + record.commandAnew());
        }
        if (record.isUnfinished()) {
            requireLastingGrid(record);
        }
    }

    /** What it created was deleted, or is being deleted. */
    void requireNotUndone(ImportRecord record) {
        if (record.state() == ImportState.UNDOING) {
            throw new Impossible(
                    "import " + record.id() + " is being undone. To go on with that: gridload undo " + record.id());
        }
        if (record.state() == ImportState.UNDONE) {
            throw new Impossible(
                    "import " + record.id() + " was undone. To import its file anew: " + record.commandAnew());
        }
    }

    void requireUndoable(ImportRecord record) {
        requireLastingGrid(record);
        if (record.isUnfinished()) {
            throw new Impossible(
                    "import " + record.id() + " is not at its end. To finish it: gridload resume " + record.id()
                            + ". To give it up: gridload abandon " + record.id() + ". After that it can be undone");
        }
        if (record.state() == ImportState.UNDONE
                && ledger.deletions().counts(record.id()).failed() == 0) {
            throw new Impossible("import " + record.id() + " was undone before; nothing is left to delete");
        }
        if (ledger.purges().purged(record.id())) {
            throw new Impossible("the rows of import " + record.id()
                    + " were purged, and with them what Grid calls its customers; nothing can be deleted");
        }
    }

    /** A Grid that ended with its process knows nothing of what was sent to it. */
    void requireLastingGrid(ImportRecord record) {
        if (record.isOfLocalGrid()) {
            throw new Impossible("import " + record.id()
                    + " went to a local Grid, which ended with the process that ran it. To begin anew: "
                    + record.commandAnew());
        }
    }

    void requireSameGrid(ImportRecord record, Target target) {
        if (!record.grid().equals(target.identity())) {
            throw new Impossible("import " + record.id() + " goes to " + record.grid() + ", the environment names "
                    + target.identity()
                    + ". Set GRID_BASE_URL and GRID_CLIENT_ID to those of the import; if those were wrong, import the file"
                    + " again and end this one: gridload abandon " + record.id());
        }
    }
}
