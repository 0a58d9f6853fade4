package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.grid.RouteChoice;
import dev.gridload.grid.RouteChoice.Reason;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Validator;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks a whole input without a ledger: the same reading and the same rules as an import, blocks on all cores. Problems come in
 * the order of the rows; only in files of more than 1,200,000 rows, what a row has in common with another comes at the end.
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
     * @param setAside records that would not be sent though nothing is wrong with them alone
     */
    public record Found(
            long records,
            long valid,
            long rejected,
            long duplicates,
            long errors,
            long warnings,
            Map<Reason, Long> routes,
            BitSet setAside) {}

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
        try (Tally tally = new Tally(rules, input.records(), mostInMemory, onProblem)) {
            return run(tally);
        }
    }

    private Found run(Tally tally) {
        header.forEach(tally::problem);
        try (SourceRows source = new SourceRows(input)) {
            each(input.blocks(), (rows, block) -> rows.check(block, source), tally::add);
            tellLate(tally.late(), tally, source);
        }
        return tally.found(input.records());
    }

    /** Repetitions on disk are found when their rows have gone by: those are read once more. */
    private void tellLate(LateRepeats late, Tally tally, SourceRows source) {
        List<Block> blocks = input.blocks().stream()
                .filter(block -> !places(late, block).isEmpty())
                .toList();
        each(blocks, (rows, block) -> rows.check(block, source, places(late, block)), rows -> {
            while (late.hasBefore(rows.end())) {
                tally.repeat(late.take(), rows);
            }
        });
    }

    private static BitSet places(LateRepeats late, Block block) {
        return late.places(block.firstRow(), block.firstRow() + block.records());
    }

    /** Has all cores work on blocks, and takes what they make in the order of the blocks. */
    private void each(List<Block> blocks, BiConsumer<CheckedRows, Block> work, Consumer<CheckedRows> take) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<CheckedRows>> ahead = new ArrayDeque<>();
            Deque<CheckedRows> idle = new ArrayDeque<>();
            Iterator<Block> left = blocks.iterator();
            while (left.hasNext() || !ahead.isEmpty()) {
                while (left.hasNext() && ahead.size() <= threads) {
                    Block block = left.next();
                    CheckedRows rows = idle.isEmpty() ? new CheckedRows(validator, routes) : idle.remove();
                    ahead.add(pool.submit(() -> work.accept(rows, block), rows));
                }
                CheckedRows rows = ahead.remove().get();
                take.accept(rows);
                idle.add(rows);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Counts, in the order of the rows; only one thread comes here. */
    private static final class Tally implements AutoCloseable {
        private final RuleSet rules;
        private final Consumer<Problem> onProblem;
        private final RepeatSearch repeats;
        private final LateRepeats late = new LateRepeats();
        private final BitSet aside = new BitSet();
        private final RouteTally routes = new RouteTally();
        private @Nullable CheckedRows current;
        private long valid;
        private long rejected;
        private long duplicates;
        private long errors;
        private long warnings;

        Tally(RuleSet rules, long records, int mostInMemory, Consumer<Problem> onProblem) {
            this.rules = rules;
            this.onProblem = onProblem;
            this.repeats = new RepeatSearch(records, mostInMemory, this::found);
        }

        void add(CheckedRows checked) {
            for (int i = 0; i < checked.size(); i++) {
                List<Problem> problems = checked.problems(i);
                for (int k = 0; k < problems.size(); k++) {
                    problem(problems.get(k));
                }
                Reason reason = checked.reason(i);
                if (reason == null) {
                    rejected++;
                } else {
                    valid++;
                    routes.add(checked.row(i), reason);
                    current = checked;
                    repeats.add(checked.keys(), i, checked.row(i));
                }
            }
        }

        private void found(RepeatSearch.Repeat repeat) {
            CheckedRows rows = current;
            if (rows == null) {
                late.add(repeat);
            } else {
                repeat(repeat, rows);
            }
        }

        /** What is known only when all rows have gone by, in their order. */
        LateRepeats late() {
            current = null;
            repeats.finish();
            late.sort();
            return late;
        }

        /** A row that repeats two things is set aside once. */
        void repeat(RepeatSearch.Repeat repeat, CheckedRows rows) {
            int place = rows.place(repeat.row());
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
                    rows.line(place),
                    rows.customerId(place),
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
            return new Found(records, valid, rejected, duplicates, errors, warnings, routes.counts(), aside);
        }

        @Override
        public void close() {
            repeats.close();
        }
    }
}
