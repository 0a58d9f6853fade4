package dev.gridload.run;

import dev.gridload.grid.GridSettings;
import dev.gridload.ledger.ImportRecord;

/**
 * The Grid that an import goes to.
 *
 * @param identity what tells this Grid from others, without any secret
 * @param isThrowaway whether it ends with this process, and forgets
 */
public record Target(GridSettings settings, String identity, boolean isThrowaway) {

    /** A Grid that stays. */
    public static Target lasting(GridSettings settings) {
        return new Target(settings, settings.toString(), false);
    }

    /** A local Grid that lives as long as this process. */
    public static Target throwaway(GridSettings settings) {
        return new Target(settings, ImportRecord.LOCAL_GRID, true);
    }
}
