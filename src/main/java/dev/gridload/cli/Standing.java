package dev.gridload.cli;

import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;

/**
 * Where an import stands, as far as it is shown while it runs.
 *
 * @param told rows that the result files have already; 0 where another process writes them
 */
record Standing(ImportState state, Progress progress, long told) {

    static Standing of(Ledger ledger, long importId, long told) {
        return new Standing(
                ledger.imports().find(importId).orElseThrow().state(),
                ledger.results().progress(importId),
                told);
    }
}
