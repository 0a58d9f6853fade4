package dev.gridload.pipeline.reconcile;

import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.Submissions.CarriedRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of one submission, what its job said of them, and which of them Grid lists, which several threads may note. */
record SentRows(Submission submission, List<CarriedRow> rows, List<JobError> errors, Map<String, GridCustomer> listed) {

    SentRows(Submission submission, List<CarriedRow> rows, List<JobError> errors) {
        this(submission, rows, errors, new ConcurrentHashMap<>());
    }

    /** Rows that Grid does not list, as far as is known. */
    List<CarriedRow> unlisted() {
        return rows.stream()
                .filter(row -> !listed.containsKey(row.customerId()))
                .toList();
    }
}
