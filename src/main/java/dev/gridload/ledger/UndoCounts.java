package dev.gridload.ledger;

/**
 * How far the undo of an import has come.
 *
 * @param customers that were deleted
 * @param accounts that were deleted by calls of their own
 * @param gone customers and accounts that Grid did not have any more
 * @param failed customers and accounts that Grid did not delete
 * @param open not at their end
 */
public record UndoCounts(long customers, long accounts, long gone, long failed, long open) {

    /** Whether nothing was ever to be deleted. */
    public boolean none() {
        return customers + accounts + gone + failed + open == 0;
    }
}
