package dev.gridload.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What Grid's job said of one row.
 *
 * @param correlation a platformCustomerId or a row number, as Grid gave it; null where it gave none
 */
public record JobError(@Nullable String correlation, String code, String message) {}
