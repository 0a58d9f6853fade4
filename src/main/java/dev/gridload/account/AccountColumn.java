package dev.gridload.account;

/**
 * One column of an account type.
 *
 * @param name in a CSV file
 * @param wireName in JSON; {@code -} where it stands beside the account
 * @param required whether Grid refuses the account without it
 */
public record AccountColumn(String name, String wireName, boolean required) {

    /** Whether the value stands in Grid's description of the account, and not beside it. */
    public boolean isOfAccountInfo() {
        return !wireName.equals("-");
    }

    static AccountColumn required(String name) {
        return new AccountColumn(name, name, true);
    }

    static AccountColumn optional(String name) {
        return new AccountColumn(name, name, false);
    }
}
