package dev.gridload.cli;

import dev.gridload.job.JobDefinition;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.Importer;
import dev.gridload.run.Target;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports failed rows once more. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Import the rows that Grid refused once more, as a new import that continues the finished one.",
            "For example: gridload retry 3, or gridload retry 3 --only INTERNAL_ERROR"
        })
final class RetryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Number of a finished import.")
    private long id;

    @Option(names = "--only", paramLabel = "CODE", description = "Only rows that Grid refused with this code.")
    private @Nullable String only;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    RetryCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Home home = Home.from(environment);
        Ledger ledger = Databases.open(environment, home);
        try (Importer importer = new Importer(ledger, home, Clock.systemUTC())) {
            return new ImportScreen(terminal, ledger, importer, json)
                    .show(onStart -> importer.retry(id, only, this::grid, onStart))
                    .number();
        }
    }

    private Target grid(JobDefinition job) {
        return Target.lasting(GridEnvironment.read(environment, job.sending().rate()));
    }
}
