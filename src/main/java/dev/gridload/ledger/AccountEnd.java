package dev.gridload.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The end of an account.
 *
 * @param gridAccountId null where Grid has none
 * @param status at Grid: PENDING, ACTIVE, UNDER_REVIEW or INACTIVE; null where it did not say
 * @param code of the failure or question; null for a success
 * @param column of the input that is to blame, several apart by semicolon; null where none is
 * @param message of the failure or question; null for a success
 */
public record AccountEnd(
        AccountState state,
        @Nullable String gridAccountId,
        @Nullable String status,
        @Nullable String code,
        @Nullable String column,
        @Nullable String message) {

    /** Grid has it. */
    public static AccountEnd inGrid(AccountState state, String gridAccountId, @Nullable String status) {
        return new AccountEnd(state, gridAccountId, status, null, null, null);
    }

    /** Grid refused it. */
    public static AccountEnd failed(String code, @Nullable String column, String message) {
        return new AccountEnd(AccountState.FAILED, null, null, code, column, message);
    }

    /** A person must decide. */
    public static AccountEnd question(String code, String message) {
        return new AccountEnd(AccountState.NEEDS_OPERATOR, null, null, code, null, message);
    }
}
