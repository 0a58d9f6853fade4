package dev.gridload.cli;

import dev.gridload.grid.GridSettings;
import dev.gridload.job.JobBuilder;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.JobFile;
import dev.gridload.job.MappingFile;
import dev.gridload.job.Setting;
import dev.gridload.ledger.Ledger;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.validate.Rules;
import dev.gridload.run.Home;
import dev.gridload.run.Importer;
import dev.gridload.run.Routes;
import dev.gridload.run.Target;
import dev.gridload.sandbox.Document;
import dev.gridload.sandbox.Sandbox;
import dev.gridload.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an import to its end. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Import CSV files or workbooks, or run a job file (.yaml). The same file again continues where it stopped, or shows the result "
                    + "when it was finished.",
            "Grid is named by GRID_CLIENT_ID, GRID_CLIENT_SECRET and, if need be, GRID_BASE_URL in the environment."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|JOB.yaml",
            arity = "1..*",
            description =
                    "What to import: files, patterns such as 'drop/*.csv', - for standard input, or one job file.")
    private List<String> what = List.of();

    @Mixin
    private final InputOptionsGroup input = new InputOptionsGroup();

    @Mixin
    private final SendingOptionsGroup sending = new SendingOptionsGroup();

    @Option(names = "--sandbox", description = "Send to a local Grid that is started for this run; no account needed.")
    private boolean sandbox;

    @Option(
            names = "--dry-run",
            description = "Check everything, ask Grid what it has, say what would be sent, send nothing.")
    private boolean dryRun;

    private final Map<String, String> environment;
    private final Terminal terminal;

    ImportCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        JobDefinition job = definition();
        List<InputSource> inputs = inputsOf(job);
        if (!job.sandbox()) {
            return job.dryRun()
                    ? new DryRun(job, terminal)
                            .run(inputs, () -> lasting(job), input.json)
                            .number()
                    : importAll(inputs, job, Target.lasting(lasting(job))).number();
        }
        SandboxSettings local =
                SandboxSettings.defaults().withDocument(Routes.published(job) ? Document.PUBLISHED : Document.GUIDES);
        try (Sandbox running = Sandbox.start(local)) {
            GridSettings grid = new GridSettings(
                    running.baseUrl(),
                    local.clientId(),
                    local.clientSecret(),
                    GridEnvironment.perSecond(job.sending().rate()));
            return job.dryRun()
                    ? new DryRun(job, terminal)
                            .run(inputs, () -> grid, input.json)
                            .number()
                    : importAll(inputs, job, Target.throwaway(grid)).number();
        }
    }

    private GridSettings lasting(JobDefinition job) {
        return GridEnvironment.read(environment, job.sending().rate());
    }

    private JobDefinition definition() {
        JobBuilder job;
        if (!isJobFile()) {
            job = JobDefinition.defaults().toBuilder();
        } else if (what.size() == 1) {
            job = JobFile.read(Path.of(what.get(0)), Columns.names(), Rules.adjustable()).toBuilder();
        } else {
            throw new BadArgument("a job file names its own input: run it alone");
        }
        if (input.mapping != null) {
            job.mapping(MappingFile.read(Path.of(input.mapping), Columns.names()));
        }
        input.apply(job);
        sending.apply(job);
        if (sandbox) {
            job.set(Setting.SANDBOX, "true");
        }
        if (dryRun) {
            job.set(Setting.DRY_RUN, "true");
        }
        return job.build();
    }

    private boolean isJobFile() {
        return what.stream().anyMatch(name -> name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private List<InputSource> inputsOf(JobDefinition job) {
        if (!isJobFile()) {
            return Inputs.of(what, terminal);
        }
        if (job.input() == null) {
            throw new BadArgument("the job file names no input; add a line such as: input: drop/*.csv");
        }
        return Inputs.of(job.input());
    }

    private ExitCode importAll(List<InputSource> inputs, JobDefinition job, Target target) {
        ExitCode worst = ExitCode.OK;
        Home home = Home.from(environment);
        Ledger ledger = Databases.open(environment, home);
        try (Importer importer = new Importer(ledger, home, Clock.systemUTC())) {
            ImportScreen screen = new ImportScreen(terminal, ledger, importer, input.json);
            for (InputSource source : inputs) {
                ExitCode code = screen.show(
                        onStart -> importer.run(
                                source,
                                job,
                                target,
                                note -> terminal.say(terminal.dim(source.fileName() + ": " + note)),
                                onStart),
                        report -> Archive.afterwards(
                                source.file(), report, job.results().archive(), terminal));
                worst = code.compareTo(worst) > 0 ? code : worst;
                if (importer.stopped()) {
                    break;
                }
            }
            if (ledger.keptOpenForOthers()) {
                terminal.say(
                        "Another gridload command still uses this database; waiting for it before stopping the database.");
            }
        }
        return worst;
    }
}
