package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountTypes;

/**
 * What of a row is going to be sent, and by which of Grid's documents.
 *
 * @param accountsOnly its account alone, to a customer that is in Grid
 * @param upload whether its customer goes with the bulk upload
 * @param published whether Grid's published API is spoken, and not its guides
 */
public record Scope(boolean accountsOnly, Upload upload, boolean published) {

    /** Customers with their accounts, as the guides' bulk upload carries them. */
    public static final Scope UPLOAD = new Scope(false, Upload.ALWAYS, false);

    /** Whether customers go with the bulk upload. */
    public enum Upload {
        ALWAYS,
        WHERE_IT_FITS,
        NEVER
    }

    /** Whether also those columns are sent that the bulk upload does not have. */
    boolean allColumns() {
        return upload != Upload.ALWAYS;
    }

    AccountTypes accountTypes() {
        return published ? AccountTypes.published() : AccountTypes.ofGuides();
    }
}
