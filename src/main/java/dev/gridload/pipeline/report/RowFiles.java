package dev.gridload.pipeline.report;

import dev.gridload.customer.Problem;
import dev.gridload.customer.RowView;
import dev.gridload.customer.Severity;
import dev.gridload.ledger.Results.RowResult;
import dev.gridload.ledger.RowState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three CSV files; each row of the input goes into exactly one of them. */
final class RowFiles implements AutoCloseable {

    private static final List<String> BEFORE = List.of("gridCustomerId", "gridAccountId", "outcome");
    /** Only where accounts are created by calls of their own. */
    private static final List<String> STATUS = List.of("gridAccountStatus");

    /** Only where customers that Grid had before are changed. */
    private static final List<String> UPDATED = List.of("updatedColumns");

    private static final List<String> AFTER =
            List.of("gridload_row", "gridload_code", "gridload_column", "gridload_error", "gridload_hint");

    private final int columns;
    private final boolean withStatus;
    private final boolean withUpdates;
    private final CsvResultFile success;
    private final CsvResultFile failed;
    private final CsvResultFile unprocessed;
    private long succeeded;
    private long refused;
    private long open;

    RowFiles(ReportNames names, ReportFacts facts) {
        List<String> header = facts.header().names();
        columns = header.size();
        withStatus = !facts.accounts().none();
        withUpdates = !facts.updates().none();
        List<String> before = withStatus ? join(BEFORE, STATUS) : BEFORE;
        success = CsvResultFile.begin(
                names.success(), facts.source(), join(withUpdates ? join(before, UPDATED) : before, header));
        failed = CsvResultFile.begin(names.failed(), facts.source(), join(header, AFTER));
        unprocessed = CsvResultFile.begin(names.unprocessed(), facts.source(), header);
    }

    /** How many rows went into each file. */
    record Counts(long succeeded, long failed, long unprocessed) {}

    Counts counts() {
        return new Counts(succeeded, refused, open);
    }

    /**
     * Takes the next row.
     *
     * @param problems of this row, asked for only where they are told
     */
    void add(RowView row, RowResult result, Supplier<List<Problem>> problems) {
        switch (result.state()) {
            case CREATED, ALREADY_EXISTED -> {
                succeeded++;
                inGrid(result);
                original(row, success).endRecord();
            }
            case REJECTED, DUPLICATE, FAILED, NEEDS_OPERATOR -> {
                refused++;
                original(row, failed).write(reasons(row.row(), result, problems.get()));
            }
            case STAGED, IN_FLIGHT, POLLING, DISCOVER -> {
                open++;
                original(row, unprocessed).endRecord();
            }
        }
    }

    /** A record that could not be read as fields: its text stands in the first column. */
    void addBroken(long row, String text, RowResult result, List<Problem> problems) {
        refused++;
        failed.cell(text);
        for (int i = 1; i < columns; i++) {
            failed.cell("");
        }
        failed.write(reasons(row, result, problems));
    }

    void finish() {
        success.finish();
        failed.finish();
        unprocessed.finish();
    }

    @Override
    public void close() {
        success.close();
        failed.close();
        unprocessed.close();
    }

    private void inGrid(RowResult result) {
        success.cell(orEmpty(result.gridCustomerId()))
                .cell(orEmpty(result.gridAccountId()))
                .cell(outcome(result));
        if (withStatus) {
            success.cell(orEmpty(result.accountStatus()));
        }
        if (withUpdates) {
            success.cell(orEmpty(result.updated()));
        }
    }

    private static String outcome(RowResult result) {
        String state = result.updated() == null
                ? result.state().name()
                : result.updated().isEmpty() ? "UNCHANGED" : "UPDATED";
        return result.pendingAccount() == null ? state : state + " (" + result.pendingAccount() + " not created yet)";
    }

    /** The fields as they came. */
    private CsvResultFile original(RowView row, CsvResultFile to) {
        for (int i = 0; i < columns; i++) {
            to.cell(row.field(i));
        }
        return to;
    }

    private static List<String> reasons(long row, RowResult result, List<Problem> problems) {
        List<Problem> errors =
                problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
        if (result.code() != null) {
            return List.of(
                    Long.toString(row),
                    result.code(),
                    orEmpty(result.column()),
                    orEmpty(result.message()),
                    result.state() == RowState.NEEDS_OPERATOR
                            ? "do not import it again; gridload decide asks what to do"
                            : "correct what Grid names, then import this file");
        }
        return List.of(
                Long.toString(row),
                each(errors, Problem::code),
                each(errors, Problem::column),
                each(errors, Problem::message),
                each(errors, Problem::hint));
    }

    private static String each(List<Problem> problems, Function<Problem, @Nullable String> part) {
        Set<String> parts = new LinkedHashSet<>();
        for (Problem problem : problems) {
            String text = part.apply(problem);
            if (text != null) {
                parts.add(text);
            }
        }
        return String.join("; ", parts);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
