package dev.gridload.ledger;

import dev.gridload.customer.RowKeys;
import org.jspecify.annotations.Nullable;

/**
 * One row as it is staged.
 *
 * @param line physical line where the record begins
 * @param state STAGED or REJECTED
 * @param customerId the platformCustomerId; null where it could not be read
 * @param keys what may not be the same in another row; null for a rejected row
 * @param pendingAccount the type of an account that does not travel with its customer; null where there is none
 * @param account the body of the call that creates that account; null where there is none
 * @param text the CSV line that is sent; null for a rejected row
 */
public record StagedRow(
        long recordNo,
        long line,
        RowState state,
        @Nullable String customerId,
        @Nullable RowKeys keys,
        @Nullable String pendingAccount,
        @Nullable String account,
        @Nullable String text) {}
