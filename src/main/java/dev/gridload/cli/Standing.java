package dev.gridload.cli;

import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where an import stands, as far as it is shown while it runs.
 *
 * @param told rows that the result files have already; 0 where another process writes them
 * @param settle how long Grid is asked for what is in doubt; null where another process does
 */
record Standing(
        ImportState state,
        Progress progress,
        long told,
        @Nullable Duration settle) {

    static Standing of(Ledger ledger, long importId, long told, @Nullable Duration settle) {
        return new Standing(
                ledger.imports().find(importId).orElseThrow().state(),
                ledger.results().progress(importId),
                told,
                settle);
    }
}
