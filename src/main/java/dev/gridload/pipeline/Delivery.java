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
 */
public record Delivery(
        int partRows,
        long partBytes,
        int jobs,
        int calls,
        Duration settle,
        @Nullable Duration waitActive,
        boolean accountsOnly,
        @Nullable BiPredicate<Long, Long> tooManyFailures) {}
