package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Importer;
import dev.gridload.run.RunReport;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows imports while this process runs them, tells how they ended, and hears when a person wants them to stop. */
final class ImportScreen {

    private final Terminal terminal;
    private final Ledger ledger;
    private final Importer importer;
    private final ImportSummary summary;

    ImportScreen(Terminal terminal, Ledger ledger, Importer importer, boolean json) {
        this.terminal = terminal;
        this.ledger = ledger;
        this.importer = importer;
        this.summary = new ImportSummary(terminal, ledger, json);
        AtomicReference<String> next = new AtomicReference<>("");
        this.started = record -> next.set(Continue.with(record));
        StopSignal.onFirst(importer::stop, next::get, terminal);
    }

    private final Consumer<ImportRecord> started;

    /** @param run runs one import, given what wants to know its number before its rows are touched */
    ExitCode show(Function<Consumer<ImportRecord>, RunReport> run) {
        return show(run, report -> {});
    }

    /** @param afterwards does what follows a run, before its summary is printed */
    ExitCode show(Function<Consumer<ImportRecord>, RunReport> run, Consumer<RunReport> afterwards) {
        AtomicReference<@Nullable ProgressDisplay> display = new AtomicReference<>();
        RunReport report;
        try {
            report = run.apply(record -> {
                started.accept(record);
                terminal.say("Import " + record.id() + ": " + record.fileName() + ", "
                        + Words.count(record.records(), "row") + ", to " + record.grid());
                display.set(new ProgressDisplay(
                        terminal, () -> Standing.of(ledger, record.id(), importer.told(), importer.settle())));
            });
        } finally {
            ProgressDisplay shown = display.get();
            if (shown != null) {
                shown.close();
            }
        }
        afterwards.accept(report);
        return summary.print(report);
    }
}
