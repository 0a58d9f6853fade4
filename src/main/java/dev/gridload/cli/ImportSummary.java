package dev.gridload.cli;

import dev.gridload.customer.Severity;
import dev.gridload.ledger.AccountCounts;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.Results;
import dev.gridload.ledger.UndoCounts;
import dev.gridload.ledger.UpdateCounts;
import dev.gridload.pipeline.read.Dialect;
import dev.gridload.pipeline.report.AccountWords;
import dev.gridload.pipeline.report.UpdateWords;
import dev.gridload.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of an import as a person understands it, or as one JSON document. */
final class ImportSummary {

    private static final int KINDS = 12;
    private static final int MESSAGE = 90;

    private final Terminal terminal;
    private final Ledger ledger;
    private final Results results;
    private final boolean json;

    ImportSummary(Terminal terminal, Ledger ledger, boolean json) {
        this.terminal = terminal;
        this.ledger = ledger;
        this.results = ledger.results();
        this.json = json;
    }

    ExitCode print(RunReport report) {
        ImportRecord record = report.record();
        ExitCode code = codeOf(record, report.progress());
        if (report.alreadyImported()) {
            terminal.say(record.fileName() + " is already imported: import " + record.id() + " of " + record.createdAt()
                    + ". Nothing was sent; this is its result.");
        }
        counts(record, report.progress());
        kinds(record.id());
        updates(record.id());
        deletions(record.id());
        accounts(record.id());
        pendingAccounts(record.id());
        files(report);
        next(record, report.progress(), report.files());
        if (json) {
            terminal.data(Json.document(document(report, code)));
        }
        return code;
    }

    static ExitCode codeOf(ImportRecord record, Progress progress) {
        String pause = record.pauseCode();
        if (pause != null) {
            return switch (pause) {
                case "UNAUTHORIZED", "UNREACHABLE", "UNEXPECTED", "BLOCKED" -> ExitCode.OUTSIDE;
                default -> ExitCode.UNFINISHED;
            };
        }
        if (record.state() == ImportState.UNDONE) {
            return ExitCode.OK;
        }
        if (record.state() != ImportState.FINISHED || progress.needsOperator() > 0) {
            return ExitCode.UNFINISHED;
        }
        return progress.unsuccessful() > 0 ? ExitCode.ROWS_FAILED : ExitCode.OK;
    }

    private void counts(ImportRecord record, Progress progress) {
        Duration took =
                record.finishedAt() == null ? Duration.ZERO : Duration.between(record.createdAt(), record.finishedAt());
        terminal.say();
        terminal.say(terminal.bold("Import " + record.id() + " " + (isRun(record) ? "running" : stateOf(record))) + ": "
                + record.fileName() + ", "
                + Words.count(record.records(), "row")
                + (took.isZero() ? "" : " in " + Words.duration(took)));
        count(terminal.green("created"), 7, progress.created(), "in Grid, read back from its list");
        count("already existed", 15, progress.existed(), "in Grid before this import");
        count(terminal.red("rejected"), 8, progress.rejected(), "wrong here, never sent");
        count(terminal.red("repeated"), 8, progress.duplicates(), "the id stands earlier in the file, never sent");
        count(terminal.red("failed"), 6, progress.failed(), "refused by Grid");
        count(terminal.yellow("needs a decision"), 16, progress.needsOperator(), "a person must decide");
        count(terminal.yellow("unprocessed"), 11, progress.unprocessed(), "not at their end yet");
    }

    private void count(String label, int width, long number, String meaning) {
        if (number > 0) {
            String digits = Words.count(number);
            terminal.say("  " + " ".repeat(Math.max(0, 10 - digits.length())) + digits + "  " + label
                    + " ".repeat(Math.max(1, 18 - width)) + terminal.dim(meaning));
        }
    }

    private void kinds(long id) {
        List<Results.ProblemGroup> kinds = results.problemGroups(id, KINDS + 1);
        if (kinds.isEmpty()) {
            return;
        }
        terminal.say();
        terminal.say("What was wrong:");
        for (Results.ProblemGroup kind : kinds.subList(0, Math.min(KINDS, kinds.size()))) {
            String digits = Words.count(kind.times());
            String mark = kind.severity() == Severity.ERROR ? terminal.red("error  ") : terminal.yellow("warning");
            terminal.say("  " + " ".repeat(Math.max(0, 10 - digits.length())) + digits + "  " + mark + "  "
                    + terminal.bold(kind.code())
                    + (kind.column() == null ? "" : " in " + kind.column()) + ": " + shortened(kind.message())
                    + (kind.firstRow() == 0
                            ? ""
                            : terminal.dim(" (first in row " + Words.count(kind.firstRow()) + ")")));
        }
        if (kinds.size() > KINDS) {
            terminal.say("              ... and more kinds; the failed file has them all.");
        }
    }

    private void updates(long id) {
        UpdateCounts counts = ledger.updates().counts(id);
        if (!counts.none()) {
            terminal.say();
            terminal.say("Customers that Grid had, compared with their rows: " + UpdateWords.of(counts));
        }
    }

    private void deletions(long id) {
        UndoCounts counts = ledger.deletions().counts(id);
        if (!counts.none()) {
            terminal.say();
            terminal.say(terminal.yellow("Taken back: ") + UndoWords.of(counts));
        }
    }

    private void accounts(long id) {
        AccountCounts counts = results.accountCounts(id);
        if (!counts.none()) {
            terminal.say();
            terminal.say("Accounts, each by a call of its own: " + AccountWords.of(counts));
        }
    }

    private void pendingAccounts(long id) {
        Map<String, Long> pending = results.accountsNotCreated(id);
        if (pending.isEmpty()) {
            return;
        }
        long all = pending.values().stream().mapToLong(Long::longValue).sum();
        terminal.say();
        terminal.say(terminal.yellow("Accounts not created yet: ") + Words.count(all, "customer")
                + " have an account that the bulk upload cannot carry ("
                + String.join(
                        ", ",
                        pending.entrySet().stream()
                                .map(e -> e.getKey() + " " + Words.count(e.getValue()))
                                .toList())
                + "). The customers are in Grid, their accounts are not.");
    }

    private void files(RunReport report) {
        if (report.files().isEmpty()) {
            if (ledger.purges().purged(report.record().id())) {
                terminal.say();
                terminal.say("Its rows were purged, and only their counts are left. The files that it wrote to "
                        + report.record().output() + " were left to you.");
            } else if (report.record().state() == ImportState.FINISHED) {
                terminal.say();
                terminal.say("Its files are in " + report.record().output() + "; to write them again: gridload results "
                        + report.record().id());
            }
            return;
        }
        terminal.say();
        terminal.say("Files:");
        report.files().forEach(file -> terminal.say("  " + shown(file)));
    }

    private void next(ImportRecord record, Progress progress, List<Path> files) {
        terminal.say();
        if (isRun(record)) {
            terminal.say("To watch it: gridload status " + record.id() + " --watch");
            return;
        }
        if (record.pauseMessage() != null) {
            terminal.say(terminal.red("Paused: ") + record.pauseMessage() + ".");
        }
        if (record.isUnfinished()) {
            terminal.say("Nothing is lost. " + Continue.with(record));
        } else if (record.state() == ImportState.UNDOING) {
            terminal.say("To go on with deleting what it created: gridload undo " + record.id());
        } else if (record.state() == ImportState.UNDONE) {
            terminal.say("It was undone. To import its file anew: " + record.commandAnew());
        } else if (record.state() == ImportState.ABANDONED) {
            terminal.say("It was given up. To import its file anew: " + record.commandAnew());
        } else if (progress.needsOperator() > 0) {
            terminal.say("Next: " + Words.count(progress.needsOperator(), "row")
                    + " must be decided by a person. To see the questions: gridload decide " + record.id());
        } else if (progress.rejected() + progress.duplicates() + progress.failed() > 0) {
            String failed = files.stream()
                    .map(ImportSummary::shown)
                    .filter(name -> name.endsWith("_failed.csv"))
                    .findFirst()
                    .orElse("the failed file");
            terminal.say("Next: correct the rows in " + failed + " and import that file"
                    + (ledger.updates().counts(record.id()).failed() > 0 ? " with --mode upsert." : "."));
        } else {
            terminal.say(terminal.green("Every row ended well."));
        }
    }

    private Map<String, @Nullable Object> document(RunReport report, ExitCode code) {
        ImportRecord record = report.record();
        Map<String, @Nullable Object> document = new LinkedHashMap<>(StatusDocument.of(record, report.progress()));
        AccountCounts accounts = results.accountCounts(record.id());
        if (!accounts.none()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("byState", accounts.byState());
            counts.put("byStatus", accounts.byStatus());
            document.put("accounts", counts);
        }
        UpdateCounts updates = ledger.updates().counts(record.id());
        if (!updates.none()) {
            document.put("updates", updates);
        }
        document.put("read", Json.reading(Dialect.parse(record.dialect()), report.notes()));
        document.put("alreadyImported", report.alreadyImported());
        document.put("files", report.files().stream().map(Path::toString).toList());
        document.put("exitCode", code.number());
        return document;
    }

    /** By another process: this one has given the import back before it tells of it. */
    private boolean isRun(ImportRecord record) {
        return record.isUnfinished() && ledger.leases().runner(record.id()).isPresent();
    }

    private static String stateOf(ImportRecord record) {
        if (record.pauseCode() != null) {
            return "paused";
        }
        return switch (record.state()) {
            case STAGING, DELIVERING -> "stopped";
            case FINISHED -> "finished";
            case ABANDONED -> "abandoned";
            case UNDOING -> "being undone";
            case UNDONE -> "undone";
        };
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE ? message : message.substring(0, MESSAGE - 3) + "...";
    }

    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
