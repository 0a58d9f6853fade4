package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.ResultWriter;
import dev.gridload.run.RunReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the result files of an import again, as things stand now. */
@Command(
        name = "results",
        mixinStandardHelpOptions = true,
        description = "Write the result files of an import again, as things stand now.")
final class ResultsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Number of an import.")
    private long id;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of the result files (where the import put them).")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    ResultsCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Home home = Home.from(environment);
        try (Ledger ledger = Databases.open(environment, home)) {
            ImportRecord record = StatusCommand.find(ledger, id);
            if (record.state() == ImportState.STAGING) {
                throw new BadArgument("import " + id + " is still being checked; it has no results yet");
            }
            if (ledger.purges().purged(id)) {
                throw new BadArgument("the rows of import " + id + " were purged; only its counts are left");
            }
            Path folder = output == null ? Path.of(record.output()) : output;
            List<Path> files = new ResultWriter(ledger, home, Clock.systemUTC()).write(record.id(), folder);
            RunReport report = new RunReport(record, ledger.results().progress(id), false, files);
            return new ImportSummary(terminal, ledger, json).print(report).number();
        }
    }
}
