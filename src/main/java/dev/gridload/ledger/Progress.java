package dev.gridload.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far an import has come, in rows. Every row of the input counts in exactly one of {@code unstaged}, {@code rejected},
 * {@code duplicates}, {@code waiting}, {@code inFlight}, {@code polling}, {@code inDoubt}, {@code created}, {@code existed},
 * {@code failed} and {@code needsOperator}.
 *
 * @param records in the input
 * @param unstaged not yet read and checked
 * @param gridDone of those in Grid's jobs, how many Grid says it has worked through
 * @param errors and warnings found so far, several to a row
 */
public record Progress(
        long records,
        long unstaged,
        long rejected,
        long duplicates,
        long waiting,
        long inFlight,
        long polling,
        long gridDone,
        long inDoubt,
        long created,
        long existed,
        long failed,
        long needsOperator,
        long errors,
        long warnings) {

    /** Rows that have come to their end, whichever it is. */
    public long ended() {
        return rejected + duplicates + created + existed + failed + needsOperator;
    }

    /** Rows of which nothing can be said yet but that they wait or are on their way. */
    public long unprocessed() {
        return records - ended();
    }

    /** Rows that a person has to look at: never sent, refused or undecided. */
    public long unsuccessful() {
        return rejected + duplicates + failed + needsOperator;
    }

    /** The counts that every summary for machines gives, under the names that scripts rely on. */
    public Map<String, Long> byName() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("records", records);
        counts.put("created", created);
        counts.put("alreadyExisted", existed);
        counts.put("rejected", rejected);
        counts.put("duplicates", duplicates);
        counts.put("failed", failed);
        counts.put("needsOperator", needsOperator);
        counts.put("unprocessed", unprocessed());
        counts.put("errors", errors);
        counts.put("warnings", warnings);
        return counts;
    }
}
