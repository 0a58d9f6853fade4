package dev.gridload.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The change of a customer that Grid had before.
 *
 * @param customerId its platformCustomerId
 * @param gridCustomerId null where it is not known
 * @param text what would have created it
 * @param attempt how often an intent to send it was committed
 * @param changedColumns names of the columns that were sent, several apart by semicolon; null before the first intent
 */
public record CustomerUpdate(
        long importId,
        long recordNo,
        String customerId,
        @Nullable String gridCustomerId,
        Submissions.Text text,
        UpdateState state,
        int epoch,
        int attempt,
        @Nullable String changedColumns) {

    CustomerUpdate sent(int owner, String columns) {
        return new CustomerUpdate(
                importId, recordNo, customerId, gridCustomerId, text, UpdateState.SENT, owner, attempt + 1, columns);
    }
}
