package dev.gridload.cli;

import dev.gridload.job.JobBuilder;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.Setting;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.Importer;
import dev.gridload.run.Target;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Continues an import by its number. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {
            "Continue a stopped, paused or crashed import with the settings it was begun with.",
            "For example: gridload resume 3, or gridload resume --last --rate 5"
        })
final class ResumeCommand implements Callable<Integer> {

    /** One or the other. */
    static final class Which {
        @Parameters(paramLabel = "ID", description = "Number of an import.")
        private @Nullable Long id;

        @Option(names = "--last", description = "The newest import that is not at its end.")
        private boolean last;
    }

    @ArgGroup(multiplicity = "1")
    private final Which which = new Which();

    @Option(names = "--jobs", paramLabel = "N", description = "Grid jobs under way at the same time, in this run.")
    private @Nullable String jobs;

    @Option(names = "--calls", paramLabel = "N", description = "Single calls to Grid at the same time, in this run.")
    private @Nullable String calls;

    @Option(
            names = "--wait-active",
            paramLabel = "DURATION",
            description = "How long to wait until Grid calls accounts active, in this run.")
    private @Nullable String waitActive;

    @Option(names = "--rate", paramLabel = "N", description = "Requests per second to Grid at most, in this run.")
    private @Nullable String rate;

    @Option(
            names = "--settle",
            paramLabel = "DURATION",
            description = "How long a customer that Grid created may be missing from its lists, in this run.")
    private @Nullable String settle;

    @Option(
            names = "--max-failures",
            paramLabel = "N|N%%",
            description = "Stop when more rows than this were rejected or failed, in this run.")
    private @Nullable String maxFailures;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    ResumeCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Home home = Home.from(environment);
        Ledger ledger = Databases.open(environment, home);
        try (Importer importer = new Importer(ledger, home, Clock.systemUTC())) {
            long id = chosen(ledger);
            return new ImportScreen(terminal, ledger, importer, json)
                    .show(onStart -> importer.resume(id, this::change, this::grid, onStart))
                    .number();
        }
    }

    private long chosen(Ledger ledger) {
        Long id = which.id;
        if (id != null && !which.last) {
            return id;
        }
        return ledger.imports()
                .newestUnfinished()
                .map(ImportRecord::id)
                .orElseThrow(() -> new BadArgument("no import waits to be continued; gridload list shows all"));
    }

    private void change(JobBuilder job) {
        Map<Setting, @Nullable String> given = new LinkedHashMap<>();
        given.put(Setting.JOBS, jobs);
        given.put(Setting.CALLS, calls);
        given.put(Setting.WAIT_ACTIVE, waitActive);
        given.put(Setting.RATE, rate);
        given.put(Setting.SETTLE, settle);
        given.put(Setting.MAX_FAILURES, maxFailures);
        Overrides.apply(job, given);
    }

    private Target grid(JobDefinition job) {
        return Target.lasting(GridEnvironment.read(environment, job.sending().rate()));
    }
}
