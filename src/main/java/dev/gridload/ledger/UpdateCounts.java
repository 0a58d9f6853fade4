package dev.gridload.ledger;

/**
 * Customers that Grid had before an import that changes them.
 *
 * @param unchanged that had all that their rows say
 * @param open not at their end
 */
public record UpdateCounts(long updated, long unchanged, long failed, long open) {

    /** Whether there are none at all. */
    public boolean none() {
        return updated + unchanged + failed + open == 0;
    }
}
