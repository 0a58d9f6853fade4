package dev.gridload.cli;

import dev.gridload.job.InputPattern;
import dev.gridload.job.JobBuilder;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.MappingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files, or patterns such as 'drop/*.csv'.")
    private List<String> files = List.of();

    @Mixin
    private final InputOptionsGroup input = new InputOptionsGroup();

    private final Terminal terminal;

    ValidateCommand(Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        JobBuilder job = JobDefinition.defaults().toBuilder();
        if (input.mapping != null) {
            job.mapping(MappingFile.read(Path.of(input.mapping), Columns.names()));
        }
        input.apply(job);
        List<Path> found = new ArrayList<>();
        for (String file : files) {
            found.addAll(InputPattern.of(file, Path.of("")).files());
        }
        return new FileChecks(job.build(), terminal, input.json)
                .run(found, false)
                .number();
    }
}
