package dev.gridload.pipeline;

import java.time.Duration;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How an import is delivered to Grid.
 *
 * @param partRows rows of one upload at most
 * @param partBytes bytes of one upload at most
 * @param jobs Grid jobs under way at the same time at most
 * @param tooManyFailures whether so many rows of so many, rejected or failed, are too many to go on; null for never
 * @param calls single calls under way at the same time at most
 * @param settle how long what Grid has created may be missing from its lists
 * @param waitActive how long to wait until Grid calls the accounts active; null for not at all
 * @param accountsOnly whether the customers are in Grid already
 * @param existing what happens to customers that Grid has already
 */
public record Delivery(
        int partRows,
        long partBytes,
        int jobs,
        int calls,
        Duration settle,
        @Nullable Duration waitActive,
        boolean accountsOnly,
        Existing existing,
        @Nullable BiPredicate<Long, Long> tooManyFailures) {

    /** What happens to customers that Grid has already. */
    public enum Existing {
        /** They are found when Grid refuses to create them. */
        REPORTED,
        /** They are found before anything is sent, and nothing of their rows is. */
        SKIPPED,
        /** They are found when Grid refuses to create them, and are changed to what their rows say. */
        UPDATED
    }
}
