package dev.gridload.ledger;

import java.util.Map;

/**
 * Accounts that are created by calls of their own.
 *
 * @param byState by the names of {@link AccountState}
 * @param byStatus those in Grid, by the status that Grid gave them last
 */
public record AccountCounts(Map<String, Long> byState, Map<String, Long> byStatus) {

    /** How many are in one of these states. */
    public long of(AccountState... states) {
        long sum = 0;
        for (AccountState state : states) {
            sum += byState.getOrDefault(state.name(), 0L);
        }
        return sum;
    }

    /** Whether there are none at all. */
    public boolean none() {
        return byState.isEmpty();
    }
}
