package dev.gridload.ledger;

/**
 * A customer or account that an import created and an undo deletes.
 *
 * @param ofAccount whether it is an account
 * @param attempt how often an intent to delete it was committed
 */
public record Deletion(
        long importId, long recordNo, boolean ofAccount, String gridId, DeletionState state, int epoch, int attempt) {

    Deletion sent(int owner) {
        return new Deletion(importId, recordNo, ofAccount, gridId, DeletionState.SENT, owner, attempt + 1);
    }

    String kind() {
        return ofAccount ? "ACCOUNT" : "CUSTOMER";
    }
}
