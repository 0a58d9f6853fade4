package dev.gridload.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An account that is created by a call of its own.
 *
 * @param customerId the platformCustomerId of its customer
 * @param request the body of the call, all but the customer's Grid id; null where it is still to be made
 * @param epoch of the owner that made the last move
 * @param attempt how often it was sent or about to be
 * @param customerExisted whether its customer was in Grid before this import
 * @param gridCustomerId null where Grid has to be asked for it
 * @param gridAccountId null until Grid has it
 * @param note why it stands where it stands; null where that is plain
 */
public record Account(
        long importId,
        long recordNo,
        String customerId,
        @Nullable String request,
        AccountState state,
        int epoch,
        int attempt,
        boolean customerExisted,
        @Nullable String gridCustomerId,
        @Nullable String gridAccountId,
        @Nullable String note) {

    /** The same with the state and the owner that it has after a move. */
    Account at(AccountState to, int owner, int attempts) {
        return new Account(
                importId,
                recordNo,
                customerId,
                request,
                to,
                owner,
                attempts,
                customerExisted,
                gridCustomerId,
                gridAccountId,
                null);
    }
}
