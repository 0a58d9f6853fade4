package dev.gridload.pipeline;

import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.Problem;
import dev.gridload.customer.RowBytes;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.CustomerJson;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.RouteChoice;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.StagedRow;
import dev.gridload.ledger.StoredBlock;
import dev.gridload.pipeline.read.Block;
import dev.gridload.pipeline.validate.CleanRow;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.pipeline.validate.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the rows of a block and checks each: what is sent of the good ones, what is wrong with the others. */
public final class BlockCheck {

    private final SourceRows source;
    private final Validator validator;
    private final BulkCsv bulkCsv;
    private final ExternalAccounts externalAccounts;
    private final RouteChoice routes;

    public BlockCheck(
            SourceRows source,
            Validator validator,
            BulkCsv bulkCsv,
            ExternalAccounts externalAccounts,
            RouteChoice routes) {
        this.source = source;
        this.validator = validator;
        this.bulkCsv = bulkCsv;
        this.externalAccounts = externalAccounts;
        this.routes = routes;
    }

    /** How much it weighs when rows have something in common; a rule that is switched off is not there. */
    Map<DuplicateRule, Severity> repeats() {
        Map<DuplicateRule, Severity> weights = new EnumMap<>(DuplicateRule.class);
        for (DuplicateRule rule : DuplicateRule.values()) {
            Severity severity = validator.rules().severity(rule);
            if (severity != null) {
                weights.put(rule, severity);
            }
        }
        return weights;
    }

    /**
     * Checks the rows of a block.
     *
     * @param rows told each row; those for which a glance suffices may come before others of the file
     * @return what is wrong with them
     */
    List<Problem> check(StoredBlock stored, Consumer<StagedRow> rows) {
        List<Problem> problems = new ArrayList<>();
        Block block = new Block(
                stored.no(), stored.offset(), stored.length(), stored.firstRow(), stored.firstLine(), stored.records());
        CleanRow clean = validator.cleanRow();
        Consumer<SourceRow> validated = row -> validate(row, rows, problems);
        if (clean == null) {
            source.each(block, validated);
        } else {
            source.each(block, record -> accept(clean, record, rows), validated);
        }
        return problems;
    }

    private boolean accept(CleanRow clean, RowBytes record, Consumer<StagedRow> rows) {
        boolean accepted = clean.accepts(record);
        if (accepted) {
            RowKeys keys = RowKeys.of(clean, clean.accountType());
            rows.accept(staged(record.row(), record.line(), keys, clean.customer(), clean.details()));
        }
        return accepted;
    }

    private void validate(SourceRow row, Consumer<StagedRow> rows, List<Problem> problems) {
        Verdict verdict = validator.validate(row);
        if (verdict instanceof Verdict.Accepted accepted) {
            Customer customer = accepted.customer();
            rows.accept(staged(row.row(), row.line(), RowKeys.of(customer), customer, accepted.details()));
            problems.addAll(accepted.warnings());
        } else if (verdict instanceof Verdict.Rejected rejected) {
            rows.accept(new StagedRow(
                    row.row(), row.line(), RowState.REJECTED, rejected.customerId(), null, null, null, false, null));
            problems.addAll(rejected.problems());
        }
    }

    private StagedRow staged(long row, long line, RowKeys keys, Customer customer, Details details) {
        String apart = externalAccounts.apart(customer, details);
        boolean direct = routes.of(customer, details).direct();
        return new StagedRow(
                row,
                line,
                RowState.STAGED,
                customer.identity().platformCustomerId(),
                keys,
                apart,
                apart == null ? null : externalAccounts.request(customer, details),
                direct,
                direct ? CustomerJson.of(customer, details, apart == null) : bulkCsv.line(customer, apart == null));
    }
}
