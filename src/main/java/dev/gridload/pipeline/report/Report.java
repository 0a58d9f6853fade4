package dev.gridload.pipeline.report;

import dev.gridload.customer.Problem;
import dev.gridload.customer.RowView;
import dev.gridload.customer.RowVisitor;
import dev.gridload.ledger.Results;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes what became of an import: three CSV files that hold every row once between them, a summary for machines and a page for
 * people. Reads the ledger and the input only, so it can be done again at any time.
 */
public final class Report {

    private static final int KINDS = 1_000;

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
     * @param input shows the records of the input in order
     * @return the files, in the order in which a person wants them
     * @throws ResultsNotWritten when the folder does not take them
     */
    public List<Path> write(Consumer<RowVisitor> input) {
        // All rows are gone through for them: once, for both files that tell of them.
        List<Results.ProblemGroup> kinds = results.problemGroups(facts.record().id(), KINDS);
        try (RowFiles files = new RowFiles(names, facts);
                RowResults outcomes = new RowResults(results, facts.record().id())) {
            Problems problems = new Problems();
            input.accept(new RowVisitor() {
                @Override
                public void row(RowView row) {
                    files.add(row, outcomes.of(row.row()), () -> problems.of(row.row()));
                }

                @Override
                public void defective(long row, String text) {
                    files.addBroken(row, text, outcomes.of(row), problems.of(row));
                }
            });
            files.finish();
            Summary.write(facts, kinds, names, files.counts());
        }
        ReportPage.write(new ReportStory(facts, kinds, names).tell(), names.page(), facts.source());
        return names.all();
    }

    /** The ledger's problems, read ahead for a stretch of rows; only rows that are told of are asked for. */
    private final class Problems {
        private static final int STRETCH = 5_000;

        private final Map<Long, List<Problem>> ahead = new HashMap<>();
        private long last;

        List<Problem> of(long row) {
            if (row > last) {
                ahead.clear();
                last = row + STRETCH;
                results.problems(facts.record().id(), row, last)
                        .forEach(problem -> ahead.computeIfAbsent(problem.row(), each -> new ArrayList<>())
                                .add(problem));
            }
            return ahead.getOrDefault(row, List.of());
        }
    }
}
