package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.FileCheck;
import dev.gridload.pipeline.FileCheck.Found;
import dev.gridload.pipeline.HeaderProblem;
import dev.gridload.pipeline.read.InputOptions;
import dev.gridload.pipeline.read.Intake;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.report.ProblemFile;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.RuleSet;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.run.Mappings;
import dev.gridload.run.ProviderFields;
import dev.gridload.run.Routes;
import dev.gridload.run.RuleSets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks files and says what was found: the summary, the first problems, the complete list in a file. */
final class FileChecks {

    private final JobDefinition job;
    private final Terminal terminal;
    private final boolean json;

    FileChecks(JobDefinition job, Terminal terminal, boolean json) {
        this.job = job;
        this.terminal = terminal;
        this.json = json;
    }

    /** @param dryRun whether to say what an import would send */
    ExitCode run(List<Path> files, boolean dryRun) {
        boolean clean = true;
        List<Map<String, @Nullable Object>> documents = new ArrayList<>();
        Path problemsTo = job.results().problems();
        try (ProblemFile problems = problemsTo == null ? ProblemFile.none() : ProblemFile.at(problemsTo)) {
            for (Path file : files) {
                ProblemTally tally = new ProblemTally(job.results().maxShown());
                SpooledInput input = Intake.scan(
                        file,
                        new InputOptions(job.format().charset(), job.format().delimiter()));
                input.notes().forEach(note -> terminal.say(terminal.dim(file.getFileName() + ": " + note)));
                Found found = check(file, input, tally, problems);
                clean &= found.errors() == 0;
                print(file, found, tally, dryRun);
                documents.add(document(file, found, tally, dryRun));
            }
            problems.complete();
        }
        if (problemsTo != null) {
            terminal.say("All problems: " + problemsTo);
        }
        if (json) {
            terminal.data(
                    Json.document(Map.of("command", dryRun ? "import --dry-run" : "validate", "files", documents)));
        }
        return clean ? ExitCode.OK : ExitCode.ROWS_FAILED;
    }

    private Found check(Path file, SpooledInput input, ProblemTally tally, ProblemFile problems) {
        Mapping mapping = Mappings.of(input.header(), job.mapping());
        RuleSet rules = RuleSets.of(job);
        List<Problem> broken = mapping.problems(rules).stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .toList();
        if (!broken.isEmpty()) {
            throw new HeaderProblem(file.toString(), broken);
        }
        Validator validator = new Validator(
                mapping, rules, ProviderFields.saved(job.rules().config()), Routes.scope(job), Clock.systemUTC());
        return new FileCheck(input, mapping.problems(rules), validator, rules, Routes.of(job, input.records()))
                .run(problem -> {
                    tally.add(problem);
                    problems.add(file.toString(), problem);
                });
    }

    private void print(Path file, Found found, ProblemTally tally, boolean dryRun) {
        terminal.say(terminal.bold(file.getFileName().toString()) + ": " + Words.count(found.records(), "row") + ", "
                + terminal.green(Words.count(found.valid()) + " good") + ", "
                + red(found.rejected(), "with errors") + ", " + red(found.duplicates(), "repeated") + "; "
                + Words.count(found.errors(), "error") + ", " + Words.count(found.warnings(), "warning"));
        if (found.records() == 0) {
            terminal.say("  The file has a header and no rows.");
        }
        ProblemList list = new ProblemList(terminal);
        list.groups(tally.groups());
        list.first(tally.first(), found.errors() + found.warnings());
        if (dryRun) {
            dryRun(found);
        }
    }

    private void dryRun(Found found) {
        if (job.accounts().only()) {
            terminal.say("Dry run: " + Words.count(found.valid(), "account")
                    + " would be sent to customers that are in Grid; nothing was sent.");
            return;
        }
        long direct = found.routes().entrySet().stream()
                .filter(reason -> reason.getKey().direct())
                .mapToLong(Map.Entry::getValue)
                .sum();
        long bulk = found.valid() - direct;
        if (direct == 0) {
            terminal.say("Dry run: " + Words.count(bulk, "customer") + " would be sent by the bulk route in "
                    + Words.count(parts(bulk), "part") + "; nothing was sent.");
            return;
        }
        terminal.say("Dry run: "
                + Words.count(found.valid(), "row") + " would be sent, "
                + Words.count(bulk) + " by the bulk route in " + Words.count(parts(bulk), "part") + ", "
                + Words.count(direct) + " by the direct route; nothing was sent.");
        found.routes()
                .forEach((reason, rows) -> terminal.say("  " + Words.count(rows, "row") + " by the "
                        + (reason.direct() ? "direct" : "bulk") + " route because " + reason.words()));
    }

    private long parts(long rows) {
        return (rows + job.sending().partRows() - 1) / job.sending().partRows();
    }

    private Map<String, @Nullable Object> document(Path file, Found found, ProblemTally tally, boolean dryRun) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        document.put("records", found.records());
        document.put("valid", found.valid());
        document.put("rejected", found.rejected());
        document.put("duplicates", found.duplicates());
        document.put("errors", found.errors());
        document.put("warnings", found.warnings());
        if (dryRun) {
            document.put("wouldSend", found.valid());
            document.put("routes", found.routes());
        }
        document.put("kinds", tally.groups().stream().map(Json::kind).toList());
        document.put("problems", tally.first());
        return document;
    }

    private String red(long number, String what) {
        String text = Words.count(number) + " " + what;
        return number == 0 ? text : terminal.red(text);
    }
}
