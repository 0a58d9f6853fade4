package dev.gridload.pipeline.validate;

/**
 * What of a row is going to be sent.
 *
 * @param accountsOnly its account alone, to a customer that is in Grid
 * @param allColumns also those that the bulk upload does not have
 */
public record Scope(boolean accountsOnly, boolean allColumns) {

    /** Customers with their accounts, as the bulk upload carries them. */
    public static final Scope UPLOAD = new Scope(false, false);
}
