package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;

/** How a person takes up again what was interrupted. */
final class Continue {

    private Continue() {}

    /** A sentence with the exact command, without a final stop so that it can be copied. */
    static String with(ImportRecord unfinished) {
        if (unfinished.state() == ImportState.UNDOING) {
            return "To go on: gridload undo " + unfinished.id();
        }
        return unfinished.isOfLocalGrid()
                ? "The local Grid ended with this run; to begin anew: " + unfinished.commandAnew()
                : "To continue: gridload resume " + unfinished.id();
    }
}
