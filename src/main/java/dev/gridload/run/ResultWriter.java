package dev.gridload.run;

import dev.gridload.customer.RowView;
import dev.gridload.customer.RowVisitor;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.pipeline.SourceRows;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.report.Report;
import dev.gridload.pipeline.report.ReportFacts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Writes the result files of an import, as often as they are wanted. */
public final class ResultWriter {

    private final Ledger ledger;
    private final Spool spool;
    private final Clock clock;
    private volatile long told;

    public ResultWriter(Ledger ledger, Home home, Clock clock) {
        this.ledger = ledger;
        this.spool = new Spool(home, ledger, clock);
        this.clock = clock;
    }

    /** How many rows the files have that are being written; 0 where none are. */
    long told() {
        return told;
    }

    /** Writes them, and returns them in the order in which a person wants them. */
    public List<Path> write(long importId, Path folder) {
        Report.prepare(folder);
        ImportRecord record = ledger.imports().find(importId).orElseThrow();
        SpooledInput input = spool.reopen(record);
        // First: the facts are asked of all rows, too.
        ledger.results().measure(importId);
        try (SourceRows rows = new SourceRows(input)) {
            ReportFacts facts = new ReportFacts(
                    record,
                    ledger.results().progress(importId),
                    rows.originalHeader(),
                    input.file(),
                    ledger.imports().stepTimes(importId),
                    ledger.results().accountsNotCreated(importId),
                    ledger.results().accountCounts(importId),
                    ledger.updates().counts(importId),
                    clock.instant());
            return new Report(facts, ledger.results(), folder).write(to -> rows.visitOriginals(counted(to)));
        } finally {
            told = 0;
        }
    }

    private RowVisitor counted(RowVisitor rows) {
        return new RowVisitor() {
            @Override
            public void row(RowView row) {
                rows.row(row);
                told = row.row();
            }

            @Override
            public void defective(long row, String text) {
                rows.defective(row, text);
                told = row;
            }
        };
    }
}
