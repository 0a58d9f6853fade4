package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.RunReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists imports, or tells of one in detail. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "List imports, the newest first, or show one in detail.")
final class StatusCommand implements Callable<Integer> {

    private static final int LISTED = 30;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Number of an import.")
    private @Nullable Long id;

    @Option(names = "--watch", description = "Show the progress of a running import until it ends.")
    private boolean watch;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    StatusCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            return (id == null ? list(ledger) : one(ledger, id)).number();
        }
    }

    private ExitCode list(Ledger ledger) {
        List<ImportRecord> imports = ledger.imports().newest(LISTED);
        if (imports.isEmpty()) {
            terminal.say("No imports yet. The first: gridload import sample-data/customers.csv --sandbox");
        }
        new ImportList(terminal, ledger).print(imports, json);
        return ExitCode.OK;
    }

    private ExitCode one(Ledger ledger, long number) throws InterruptedException {
        ImportRecord record = find(ledger, number);
        Optional<String> runner = ledger.leases().runner(number);
        if (runner.isPresent()) {
            terminal.say("Import " + number + " is being run by " + runner.get().split("/", 2)[0] + ".");
        }
        if (watch) {
            watch(ledger, number);
            record = find(ledger, number);
        }
        if (json) {
            terminal.data(Json.document(ImportList.document(ledger, record)));
        }
        RunReport report = new RunReport(record, ledger.results().progress(number), false, List.of());
        return new ImportSummary(terminal, ledger, false).print(report);
    }

    private void watch(Ledger ledger, long number) throws InterruptedException {
        ProgressDisplay display = new ProgressDisplay(terminal, () -> Standing.of(ledger, number, 0, null));
        try {
            while (ledger.leases().runner(number).isPresent()) {
                Thread.sleep(500);
            }
        } finally {
            display.close();
        }
    }

    static ImportRecord find(Ledger ledger, long number) {
        return ledger.imports()
                .find(number)
                .orElseThrow(() -> new BadArgument("there is no import " + number + "; gridload status lists them"));
    }
}
