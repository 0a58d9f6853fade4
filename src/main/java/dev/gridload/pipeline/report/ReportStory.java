package dev.gridload.pipeline.report;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.Results;
import dev.gridload.pipeline.report.ReportModel.Ending;
import dev.gridload.pipeline.report.ReportModel.Next;
import dev.gridload.pipeline.report.ReportModel.Outcome;
import dev.gridload.pipeline.report.ReportModel.ProblemGroup;
import dev.gridload.pipeline.report.ReportModel.Result;
import dev.gridload.pipeline.report.ReportModel.Step;
import dev.gridload.pipeline.report.ReportModel.Tone;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the ledger's facts into what the page says. */
final class ReportStory {

    private static final int KINDS = 200;

    private final ReportFacts facts;
    private final List<Results.ProblemGroup> problems;
    private final ReportNames names;

    /** @param problems by kind, in the order in which they are told */
    ReportStory(ReportFacts facts, List<Results.ProblemGroup> problems, ReportNames names) {
        this.facts = facts;
        this.problems = problems;
        this.names = names;
    }

    ReportModel tell() {
        ImportRecord record = facts.record();
        Instant ended = record.finishedAt();
        long millis = Math.max(
                1,
                Duration.between(record.createdAt(), ended == null ? facts.now() : ended)
                        .toMillis());
        return new ReportModel(
                Long.toString(record.id()),
                record.fileName(),
                record.createdAt(),
                ended,
                ZoneOffset.UTC,
                ending(),
                record.records(),
                outcomes(),
                problems(),
                facts.steps().stream()
                        .map(step -> new Step(step.step(), Duration.ofMillis(step.millis())))
                        .toList(),
                record.records() * 1000.0 / millis,
                files(),
                next(),
                facts.accounts().none() ? null : AccountWords.of(facts.accounts()),
                facts.updates().none() ? null : UpdateWords.of(facts.updates()));
    }

    private Ending ending() {
        Progress progress = facts.progress();
        if (facts.record().state() != ImportState.FINISHED) {
            return Ending.STOPPED;
        }
        if (progress.needsOperator() > 0) {
            return Ending.NEEDS_OPERATOR;
        }
        return progress.unsuccessful() > 0 ? Ending.WITH_FAILURES : Ending.COMPLETE;
    }

    private List<Outcome> outcomes() {
        Progress progress = facts.progress();
        return List.of(
                new Outcome("Created", Tone.GOOD, progress.created()),
                new Outcome("Already existed", Tone.GOOD, progress.existed()),
                new Outcome("Rejected here, never sent", Tone.BAD, progress.rejected()),
                new Outcome("Repeated in the file, never sent", Tone.NEUTRAL, progress.duplicates()),
                new Outcome("Refused by Grid", Tone.BAD, progress.failed()),
                new Outcome("Needs a decision", Tone.OPEN, progress.needsOperator()),
                new Outcome("Unprocessed", Tone.OPEN, progress.unprocessed()));
    }

    private List<ProblemGroup> problems() {
        return problems.stream()
                .limit(KINDS)
                .map(kind -> new ProblemGroup(
                        kind.severity(),
                        kind.code(),
                        kind.column(),
                        kind.times(),
                        kind.message(),
                        kind.hint(),
                        kind.firstRow() == 0 ? List.of() : List.of(kind.firstRow())))
                .toList();
    }

    private List<Result> files() {
        Progress progress = facts.progress();
        return List.of(
                new Result(
                        name(names.success()),
                        "Customers in Grid, with their Grid ids",
                        progress.created() + progress.existed()),
                new Result(name(names.failed()), "Rows to correct and import again", progress.unsuccessful()),
                new Result(name(names.unprocessed()), "Rows not at their end yet", progress.unprocessed()));
    }

    private @Nullable Next next() {
        Progress progress = facts.progress();
        ImportRecord record = facts.record();
        if (record.isUnfinished() && !record.isOfLocalGrid()) {
            String why = record.pauseMessage();
            return new Next(
                    "gridload resume " + record.id(),
                    (why == null ? "The import was stopped." : "The import is paused: " + why + ".")
                            + " Nothing is lost; this goes on where it stopped.");
        }
        if (record.state() == ImportState.UNDOING) {
            return new Next("gridload undo " + record.id(), "It is being undone; this goes on with deleting.");
        }
        if (record.state() == ImportState.UNDONE) {
            return new Next(
                    record.commandAnew(), "It was undone: what it created was deleted; this imports its file anew.");
        }
        if (record.state() != ImportState.FINISHED) {
            return new Next(
                    record.commandAnew(),
                    record.isOfLocalGrid()
                            ? "The local Grid ended with the run; this imports the file anew."
                            : "The import was given up; this imports its file anew.");
        }
        if (progress.needsOperator() > 0) {
            return new Next(
                    "gridload decide " + record.id(),
                    "Some rows must be decided by a person; this shows the questions.");
        }
        if (progress.unsuccessful() > 0) {
            return new Next(
                    "gridload import " + name(names.failed()),
                    "Correct the rows in the failed file, then import that file as it is.");
        }
        return null;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
