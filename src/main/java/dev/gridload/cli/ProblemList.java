package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.pipeline.report.ProblemKind;
import java.util.List;

/** Problems as a person reads them: the most common ones, all by kind, then the first ones row by row. */
final class ProblemList {

    private final Terminal terminal;

    ProblemList(Terminal terminal) {
        this.terminal = terminal;
    }

    void mostCommon(List<ProblemKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        terminal.say();
        terminal.say("Most common:");
        for (ProblemKind kind : kinds) {
            Problem example = kind.example();
            terminal.say("  " + weight(example.severity()) + "  " + pad(Words.count(kind.times()), 7) + "  "
                    + terminal.bold(example.code()) + in(example) + ": " + example.message());
            terminal.say(" ".repeat(20)
                    + (example.row() == 0 ? "" : "for example " + place(example) + "; ")
                    + terminal.dim(example.hint()));
        }
    }

    void kinds(List<ProblemKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        terminal.say();
        terminal.say("By kind:");
        for (ProblemKind kind : kinds) {
            Problem example = kind.example();
            terminal.say("  " + weight(example.severity()) + "  " + pad(Words.count(kind.times()), 7) + "  "
                    + terminal.bold(example.code()) + in(example)
                    + (example.row() == 0 ? "" : terminal.dim("  first in row " + Words.count(example.row()))));
        }
    }

    void first(List<Problem> problems, long all) {
        if (all == 0) {
            return;
        }
        terminal.say();
        for (Problem problem : problems) {
            one(problem);
        }
        if (all > problems.size()) {
            terminal.say(terminal.dim((problems.isEmpty() ? "" : "... and ")
                    + Words.count(all - problems.size())
                    + " more; --max-shown N shows more, --problems FILE writes them all."));
        }
    }

    private void one(Problem problem) {
        terminal.say(weight(problem.severity()) + " " + (problem.row() == 0 ? "file" : row(problem))
                + (problem.column() == null ? "" : ", " + terminal.bold(problem.column())) + ": " + problem.message()
                + value(problem));
        terminal.say("        " + terminal.dim(problem.code() + " - " + problem.hint()));
    }

    private static String place(Problem problem) {
        return row(problem) + value(problem);
    }

    private static String row(Problem problem) {
        return "row " + Words.count(problem.row()) + " (line " + Words.count(problem.line()) + ")";
    }

    private static String value(Problem problem) {
        return problem.value() == null || problem.value().isEmpty() ? "" : " [" + problem.value() + "]";
    }

    private static String in(Problem problem) {
        return problem.column() == null ? "" : " in " + problem.column();
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
