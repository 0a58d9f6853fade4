package dev.gridload.job;

import java.math.BigDecimal;

/** How many rows may end badly before an import stops by itself. */
public sealed interface FailureLimit {

    /**
     * True once more has gone wrong than the limit allows.
     *
     * @param failed rows rejected or failed so far
     * @param total rows of the input
     */
    boolean exceededBy(long failed, long total);

    /** At most so many rows; 0 stops at the first. */
    record Rows(long most) implements FailureLimit {
        @Override
        public boolean exceededBy(long failed, long total) {
            return failed > most;
        }
    }

    /** At most such a share of the rows, 0 to 100. */
    record Percent(BigDecimal most) implements FailureLimit {
        @Override
        public boolean exceededBy(long failed, long total) {
            return BigDecimal.valueOf(failed).movePointRight(2).compareTo(most.multiply(BigDecimal.valueOf(total))) > 0;
        }
    }
}
