package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.customer.Column;
import java.util.function.BiConsumer;

/** The constraints that stand on the records of customers and accounts. Thread-safe. */
interface Constraints {

    /** Tells {@code broken} each rule that {@code part}, or what hangs on it, breaks and the column to blame. */
    void check(Object part, BiConsumer<Column, Rule> broken);
}
