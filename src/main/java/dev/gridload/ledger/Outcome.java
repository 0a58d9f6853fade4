package dev.gridload.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The end of a row.
 *
 * @param gridCustomerId Grid's id of the customer; null where Grid has none
 * @param code of the failure, as Grid gave it; null for a success
 * @param message of the failure; null for a success
 */
public record Outcome(
        long recordNo,
        RowState state,
        @Nullable String gridCustomerId,
        @Nullable String code,
        @Nullable String message) {}
