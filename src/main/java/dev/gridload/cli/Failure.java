package dev.gridload.cli;

import dev.gridload.grid.GridProblem;
import dev.gridload.job.IllegalSetting;
import dev.gridload.job.JobFileProblem;
import dev.gridload.job.NoInput;
import dev.gridload.ledger.DatabaseFailure;
import dev.gridload.ledger.ImportIsRunning;
import dev.gridload.ledger.LeaseLost;
import dev.gridload.ledger.postgres.DatabaseUnavailable;
import dev.gridload.pipeline.HeaderProblem;
import dev.gridload.pipeline.read.InputProblem;
import dev.gridload.pipeline.report.ResultsNotWritten;
import dev.gridload.run.Impossible;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;

/** Says in a person's words what ended a command, and as which exit code it ends. */
final class Failure {

    private Failure() {}

    static int explain(Exception e, Terminal terminal, boolean debug) {
        ExitCode code = codeOf(e);
        terminal.say(terminal.red("gridload: ") + text(e, code));
        if (debug) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            terminal.say(trace.toString());
        } else if (code == ExitCode.INTERNAL) {
            LoggerFactory.getLogger(Failure.class).error("command failed", e);
            terminal.say(
                    "This is a fault of gridload. Run it again with --debug to see where; nothing was lost, the ledger "
                            + "knows what was sent.");
        }
        return code.number();
    }

    static ExitCode codeOf(Throwable e) {
        if (e instanceof InputProblem
                || e instanceof HeaderProblem
                || e instanceof IllegalSetting
                || e instanceof JobFileProblem
                || e instanceof NoInput
                || e instanceof Impossible
                || e instanceof ResultsNotWritten
                || e instanceof BadArgument) {
            return ExitCode.USAGE;
        }
        if (e instanceof ImportIsRunning || e instanceof LeaseLost) {
            return ExitCode.UNFINISHED;
        }
        if (e instanceof GridProblem || e instanceof DatabaseUnavailable || DatabaseFailure.explain(e) != null) {
            return ExitCode.OUTSIDE;
        }
        if (e instanceof UncheckedIOException) {
            return ExitCode.USAGE;
        }
        return ExitCode.INTERNAL;
    }

    private static String text(Throwable e, ExitCode code) {
        String ofDatabase = DatabaseFailure.explain(e);
        if (ofDatabase != null) {
            return ofDatabase;
        }
        if (e instanceof UncheckedIOException io && io.getCause() != null) {
            return io.getMessage() + " (" + reason(io.getCause()) + ")";
        }
        if (e instanceof ImportIsRunning running) {
            return e.getMessage() + ". Watch it with: gridload status " + running.importId() + " --watch";
        }
        String message = e.getMessage();
        return code == ExitCode.INTERNAL
                ? "unexpected " + e.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                : String.valueOf(message);
    }

    private static String reason(java.io.IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "it does not exist";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
