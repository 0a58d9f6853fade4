package dev.gridload.pipeline.report;

import dev.gridload.customer.Problem;
import java.util.List;

/**
 * Problems of one severity, code and column.
 *
 * @param example the first of them
 * @param firstRows data record numbers of the first ones, in order; empty where the file as a whole is meant
 */
public record ProblemKind(Problem example, long times, List<Long> firstRows) {

    public ProblemKind {
        firstRows = List.copyOf(firstRows);
    }
}
