package dev.gridload.pipeline.report;

import dev.gridload.customer.Problem;
import dev.gridload.customer.SourceRow;
import dev.gridload.ledger.Results;
import dev.gridload.ledger.Results.RowResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of an import: three CSV files that hold every row once between them, a summary for machines and a page for
 * people. Reads the ledger and the input only, so it can be done again at any time.
 */
public final class Report {

    private final ReportFacts facts;
    private final Results results;
    private final ReportNames names;

    public Report(ReportFacts facts, Results results, Path folder) {
        this.facts = facts;
        this.results = results;
        this.names = new ReportNames(facts.record(), folder);
    }

    /**
     * Makes the folder where there is none, so that an import does not end without a place for its results.
     *
     * @throws ResultsNotWritten when it cannot be made or takes no files
     */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw ResultsNotWritten.noFolder(folder, refused);
        }
        if (!Files.isWritable(folder)) {
            throw ResultsNotWritten.noFolder(folder, new AccessDeniedException(folder.toString()));
        }
    }

    /**
     * Writes the five files.
     *
     * @param blocks the rows of the input in order, a block at a time
     * @return the files, in the order in which a person wants them
     * @throws ResultsNotWritten when the folder does not take them
     */
    public List<Path> write(Iterable<List<SourceRow>> blocks) {
        try (RowFiles files = new RowFiles(names, facts)) {
            RowResults outcomes = new RowResults();
            for (List<SourceRow> block : blocks) {
                if (!block.isEmpty()) {
                    Map<Long, List<Problem>> problems = problemsOf(block);
                    for (SourceRow row : block) {
                        files.add(row, outcomes.of(row.row()), problems.getOrDefault(row.row(), List.of()));
                    }
                }
            }
            files.finish();
            Summary.write(facts, results, names, files.counts());
        }
        ReportPage.write(new ReportStory(facts, results, names).tell(), names.page(), facts.source());
        return names.all();
    }

    private Map<Long, List<Problem>> problemsOf(List<SourceRow> block) {
        Map<Long, List<Problem>> byRow = new HashMap<>();
        results.problems(
                        facts.record().id(),
                        block.get(0).row(),
                        block.get(block.size() - 1).row())
                .forEach(problem -> byRow.computeIfAbsent(problem.row(), row -> new ArrayList<>())
                        .add(problem));
        return byRow;
    }

    /** The ledger's rows, read ahead a page at a time; they come in the order of the input. */
    private final class RowResults {
        private final Deque<RowResult> ahead = new ArrayDeque<>();
        private final Results.SubmissionRanges ranges =
                results.ranges(facts.record().id());
        private long last;

        RowResult of(long row) {
            @Nullable RowResult next = ahead.poll();
            if (next == null) {
                ahead.addAll(results.rowsAfter(facts.record().id(), last, ranges));
                next = ahead.poll();
            }
            if (next == null || next.recordNo() != row) {
                throw new IllegalStateException("row " + row + " of import "
                        + facts.record().id() + " is not in the ledger where it should be");
            }
            last = next.recordNo();
            return next;
        }
    }
}
