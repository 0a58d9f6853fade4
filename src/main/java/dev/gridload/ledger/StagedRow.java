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
 * @param direct whether its customer is created by a call of its own
 * @param text what is sent, a CSV line or the body of that call; null for a rejected row
 */
public record StagedRow(
        long recordNo,
        long line,
        RowState state,
        @Nullable String customerId,
        @Nullable RowKeys keys,
        @Nullable String pendingAccount,
        @Nullable String account,
        boolean direct,
        @Nullable String text) {}
