package dev.gridload.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The end of a row.
 *
 * @param gridCustomerId Grid's id of the customer; null where Grid has none
 * @param code of the failure, as Grid gave it; null for a success
 * @param column of the input that Grid named, several apart by semicolon; null where it named none
 * @param message of the failure; null for a success
 */
public record Outcome(
        long recordNo,
        RowState state,
        @Nullable String gridCustomerId,
        @Nullable String code,
        @Nullable String column,
        @Nullable String message) {

    /** Without a column that is to blame. */
    public Outcome(
            long recordNo,
            RowState state,
            @Nullable String gridCustomerId,
            @Nullable String code,
            @Nullable String message) {
        this(recordNo, state, gridCustomerId, code, null, message);
    }
}
