package dev.gridload.cli;

import dev.gridload.job.JobBuilder;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.MappingFile;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.report.CheckPage;
import dev.gridload.run.ProviderFields;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files; needs no database, no network and no credentials. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Check files: what is wrong with which row, and how to mend it. Needs no database, no network, no credentials.",
            "What validate accepts, import sends."
        })
final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV files or workbooks, patterns such as 'drop/*.csv', or - for standard input.")
    private List<String> files = List.of();

    @Mixin
    private final InputOptionsGroup input = new InputOptionsGroup();

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was found to FILE as a page for people.")
    private @Nullable Path report;

    private final Terminal terminal;

    ValidateCommand(Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        JobBuilder builder = JobDefinition.defaults().toBuilder();
        if (input.mapping != null) {
            builder.mapping(MappingFile.read(Path.of(input.mapping), Columns.names()));
        }
        input.apply(builder);
        JobDefinition job = builder.build();
        List<InputSource> inputs = Inputs.of(files, terminal);
        if (report != null) {
            Inputs.refuseAsTarget("--report", report, inputs);
        }
        CheckScreen screen = new CheckScreen(terminal, inputs.size());
        Clock clock = Clock.systemUTC();
        ExitCode code = new FileChecks(job, ProviderFields.saved(job.rules().config()), terminal, clock)
                .run(inputs, screen::show, screen::show);
        screen.total();
        if (report != null) {
            CheckPage.write(report, screen.findings(), clock.instant());
            terminal.say("Report: " + report);
        }
        if (input.json) {
            terminal.data(Json.ofFiles("validate", screen.documents(false)));
        }
        return code.number();
    }
}
