package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.List;

/** Problems as a person reads them: first by kind, then the first ones row by row. */
final class ProblemList {

    private final Terminal terminal;

    ProblemList(Terminal terminal) {
        this.terminal = terminal;
    }

    void groups(List<ProblemTally.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        terminal.say();
        terminal.say("By kind:");
        for (ProblemTally.Group group : groups) {
            Problem example = group.example();
            terminal.say("  " + weight(example.severity()) + "  " + pad(Words.count(group.times()), 7) + "  "
                    + terminal.bold(example.code())
                    + (example.column() == null ? "" : "  " + example.column())
                    + (example.row() == 0 ? "" : terminal.dim("  first in row " + Words.count(example.row()))));
        }
    }

    void first(List<Problem> problems, long all) {
        if (problems.isEmpty()) {
            return;
        }
        terminal.say();
        for (Problem problem : problems) {
            one(problem);
        }
        if (all > problems.size()) {
            terminal.say(terminal.dim("... and " + Words.count(all - problems.size())
                    + " more; --max-shown N shows more, --problems FILE writes them all."));
        }
    }

    private void one(Problem problem) {
        String where = problem.row() == 0
                ? "file"
                : "row " + Words.count(problem.row()) + " (line " + Words.count(problem.line()) + ")";
        terminal.say(weight(problem.severity()) + " " + where
                + (problem.column() == null ? "" : ", " + terminal.bold(problem.column())) + ": " + problem.message()
                + (problem.value() == null || problem.value().isEmpty() ? "" : " [" + problem.value() + "]"));
        terminal.say("        " + terminal.dim(problem.code() + " - " + problem.hint()));
    }

    private String weight(Severity severity) {
        return switch (severity) {
            case ERROR -> terminal.red("error  ");
            case WARNING -> terminal.yellow("warning");
        };
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
