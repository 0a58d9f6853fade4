package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.Problem;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import dev.gridload.grid.RouteChoice;
import dev.gridload.grid.RouteChoice.Reason;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.pipeline.validate.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole input without a ledger: the same reading and the same rules as an import, blocks on all cores. Problems come in
 * the order of the rows; only in files of more than 600,000 good rows, what a row has in common with another comes at the end.
 */
public final class FileCheck {

    private final SpooledInput input;
    private final List<Problem> header;
    private final Validator validator;
    private final RuleSet rules;
    private final RouteChoice routes;

    /**
     * @param header what is wrong with the header
     * @param routes by which an import would send them
     */
    public FileCheck(SpooledInput input, List<Problem> header, Validator validator, RuleSet rules, RouteChoice routes) {
        this.input = input;
        this.header = List.copyOf(header);
        this.validator = validator;
        this.rules = rules;
        this.routes = routes;
    }

    /**
     * What was found.
     *
     * @param valid rows that an import would send
     * @param rejected rows with an error
     * @param duplicates rows that only repeat an earlier one
     * @param errors several to a row
     * @param warnings several to a row
     * @param routes good rows by the reason for their route
     */
    public record Found(
            long records,
            long valid,
            long rejected,
            long duplicates,
            long errors,
            long warnings,
            Map<Reason, Long> routes) {}

    /**
     * Checks the whole input.
     *
     * @param onProblem told every problem, the file's own first, then row by row, then late repetitions
     */
    public Found run(Consumer<Problem> onProblem) {
        return run(onProblem, RepeatSearch.IN_MEMORY);
    }

    /** @param mostInMemory rows that are compared in memory; a test need not have millions */
    Found run(Consumer<Problem> onProblem, int mostInMemory) {
        try (Tally tally = new Tally(rules, mostInMemory, onProblem)) {
            return run(tally);
        }
    }

    private Found run(Tally tally) {
        header.forEach(tally::problem);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (SourceRows source = new SourceRows(input)) {
            Deque<Future<CheckedRows>> ahead = new ArrayDeque<>();
            Iterator<Block> blocks = input.blocks().iterator();
            while (blocks.hasNext() || !ahead.isEmpty()) {
                while (blocks.hasNext() && ahead.size() <= threads) {
                    Block block = blocks.next();
                    ahead.add(pool.submit(() -> check(source, block)));
                }
                tally.add(ahead.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return tally.found(input.records());
    }

    private CheckedRows check(SourceRows source, Block block) {
        CheckedRows checked = new CheckedRows(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (SourceRow row : source.of(block)) {
            Verdict verdict = validator.validate(row);
            checked.rows().add(row);
            if (verdict instanceof Verdict.Accepted accepted) {
                checked.ids().add(accepted.customer().identity().platformCustomerId());
                checked.keys().add(RowKeys.of(accepted.customer()));
                checked.reasons().add(routes.of(accepted.customer(), accepted.details()));
                checked.problems().add(accepted.warnings());
            } else if (verdict instanceof Verdict.Rejected rejected) {
                checked.ids().add(null);
                checked.keys().add(null);
                checked.reasons().add(null);
                checked.problems().add(rejected.problems());
            }
        }
        return checked;
    }

    /** The rows of a block side by side: id and keys (null where rejected), position, problems. */
    private record CheckedRows(
            List<@Nullable String> ids,
            List<@Nullable RowKeys> keys,
            List<@Nullable Reason> reasons,
            List<SourceRow> rows,
            List<List<Problem>> problems) {}

    /** Counts, in the order of the rows; only one thread comes here. */
    private static final class Tally implements AutoCloseable {
        private final RuleSet rules;
        private final Consumer<Problem> onProblem;
        private final RepeatSearch repeats;
        private final BitSet aside = new BitSet();
        private final RouteTally routes = new RouteTally();
        private long valid;
        private long rejected;
        private long duplicates;
        private long errors;
        private long warnings;

        Tally(RuleSet rules, int mostInMemory, Consumer<Problem> onProblem) {
            this.rules = rules;
            this.onProblem = onProblem;
            this.repeats = new RepeatSearch(mostInMemory, this::repeat);
        }

        void add(CheckedRows checked) {
            for (int i = 0; i < checked.rows().size(); i++) {
                checked.problems().get(i).forEach(this::problem);
                RowKeys keys = checked.keys().get(i);
                Reason reason = checked.reasons().get(i);
                if (keys == null || reason == null) {
                    rejected++;
                } else {
                    valid++;
                    SourceRow row = checked.rows().get(i);
                    routes.add(row.row(), reason);
                    repeats.add(
                            keys,
                            row.row(),
                            row.line(),
                            String.valueOf(checked.ids().get(i)));
                }
            }
        }

        /** A row that repeats two things is set aside once. */
        private void repeat(RepeatSearch.Repeat repeat) {
            DuplicateRule rule = repeat.rule();
            Severity severity = rules.severity(rule);
            if (severity == null) {
                return;
            }
            if (severity == Severity.ERROR && !aside.get((int) repeat.row())) {
                aside.set((int) repeat.row());
                routes.setAside(repeat.row());
                valid--;
                if (rule == DuplicateRule.DUPLICATE_ID) {
                    duplicates++;
                } else {
                    rejected++;
                }
            }
            problem(new Problem(
                    repeat.row(),
                    repeat.line(),
                    repeat.customerId(),
                    rule.column().header(),
                    severity,
                    rule.code(),
                    rule.message(repeat.firstRow()),
                    rule.hint(),
                    null));
        }

        void problem(Problem problem) {
            if (problem.severity() == Severity.ERROR) {
                errors++;
            } else {
                warnings++;
            }
            onProblem.accept(problem);
        }

        Found found(long records) {
            repeats.finish();
            return new Found(records, valid, rejected, duplicates, errors, warnings, routes.counts());
        }

        @Override
        public void close() {
            repeats.close();
        }
    }
}
