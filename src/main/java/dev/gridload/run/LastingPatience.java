package dev.gridload.run;

import dev.gridload.grid.Patience;
import dev.gridload.ledger.GridHolds;
import java.time.Duration;

/**
 * Keeps in the ledger what a Grid asked for.
 *
 * @param grid its identity, as imports name it
 */
record LastingPatience(GridHolds holds, String grid) implements Patience {

    @Override
    public Duration left() {
        return holds.left(grid);
    }

    @Override
    public void asked(Duration wait) {
        holds.hold(grid, wait);
    }
}
