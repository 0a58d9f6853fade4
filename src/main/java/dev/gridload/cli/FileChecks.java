package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.FileCheck;
import dev.gridload.pipeline.FileCheck.Found;
import dev.gridload.pipeline.Forecast.Figures;
import dev.gridload.pipeline.HeaderProblem;
import dev.gridload.pipeline.read.InputOptions;
import dev.gridload.pipeline.read.InputProblem;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.report.ProblemFile;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.RequiredFields;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.run.Mappings;
import dev.gridload.run.ReadNotes;
import dev.gridload.run.Routes;
import dev.gridload.run.RuleSets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks inputs, one after the other. What cannot be read keeps no other from being checked. */
final class FileChecks {

    private final JobDefinition job;
    private final RequiredFields required;
    private final Terminal terminal;
    private final Clock clock;
    private final BiFunction<SpooledInput, Found, @Nullable Figures> forecast;

    FileChecks(JobDefinition job, RequiredFields required, Terminal terminal, Clock clock) {
        this(job, required, terminal, clock, (input, found) -> null);
    }

    /** @param forecast what an import of an input would do to the customers that Grid has; null where that is not known */
    FileChecks(
            JobDefinition job,
            RequiredFields required,
            Terminal terminal,
            Clock clock,
            BiFunction<SpooledInput, Found, @Nullable Figures> forecast) {
        this.forecast = forecast;
        this.job = job;
        this.required = required;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * Checks them and writes the complete list of problems where the job names a file for it.
     *
     * @param onEach told what was found in each, as soon as it is known
     * @throws InputProblem where there is one input only and it cannot be read
     * @throws HeaderProblem where there is one input only and its columns cannot be understood
     */
    ExitCode run(List<InputSource> inputs, Consumer<CheckedInput> onEach, Consumer<Unread> onUnread) {
        ExitCode worst = ExitCode.OK;
        Path problemsTo = job.results().problems();
        if (problemsTo != null) {
            Inputs.refuseAsTarget("--problems", problemsTo, inputs);
        }
        try (ProblemFile problems = problemsTo == null ? ProblemFile.none() : ProblemFile.at(problemsTo)) {
            for (InputSource input : inputs) {
                try {
                    CheckedInput checked = check(input, problems);
                    onEach.accept(checked);
                    worst = checked.findings().errors() > 0 && worst == ExitCode.OK ? ExitCode.ROWS_FAILED : worst;
                } catch (InputProblem | HeaderProblem unreadable) {
                    if (inputs.size() == 1) {
                        throw unreadable;
                    }
                    onUnread.accept(new Unread(input.name(), String.valueOf(unreadable.getMessage())));
                    worst = ExitCode.USAGE;
                }
            }
            problems.complete();
        }
        if (problemsTo != null) {
            terminal.say("All problems: " + problemsTo);
        }
        return worst;
    }

    /** An input that could not be checked, and why. */
    record Unread(String file, String why) {}

    private CheckedInput check(InputSource source, ProblemFile problems) {
        SpooledInput input = source.scan(
                new InputOptions(job.format().charset(), job.format().delimiter()));
        input.notes().forEach(note -> terminal.say(terminal.dim(source.fileName() + ": " + note)));
        Mapping mapping = Mappings.of(input.header(), job);
        RuleSet rules = RuleSets.of(job);
        List<Problem> header = mapping.problems(rules);
        List<Problem> broken = new ArrayList<>(header);
        broken.removeIf(problem -> problem.severity() != Severity.ERROR);
        if (!broken.isEmpty()) {
            throw new HeaderProblem(source.name(), broken);
        }
        ProblemTally tally = new ProblemTally(job.results().maxShown());
        Validator validator = Validator.forShortRun(mapping, rules, required, Routes.scope(job), clock);
        Found found = new FileCheck(input, header, validator, rules, Routes.of(job, input.records())).run(problem -> {
            tally.add(problem);
            problems.add(source.name(), problem);
        });
        return CheckedInput.of(
                source.name(),
                input.dialect(),
                ReadNotes.of(input, header),
                found,
                tally,
                forecast.apply(input, found));
    }
}
