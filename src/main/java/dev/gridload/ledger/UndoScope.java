package dev.gridload.ledger;

/**
 * What an undo of an import deletes and what it leaves.
 *
 * @param customers that the import created and that are not deleted yet
 * @param accounts that it created by calls of their own and that are not deleted yet
 * @param unknown customers that it created, as a person said, without Grid's id being known; they are left
 * @param updated customers that were in Grid before and that it changed; they stay changed
 * @param shared of the customers, how many are in other imports too
 */
public record UndoScope(long customers, long accounts, long unknown, long updated, long shared) {}
