package dev.gridload.pipeline;

import dev.gridload.customer.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The header of an input lacks what every import needs, or has it twice. Nothing was read behind it. */
public final class HeaderProblem extends RuntimeException {

    private final String file;
    private final List<Problem> problems;

    public HeaderProblem(String file, List<Problem> problems) {
        super(file + ", line 1: "
                + problems.stream()
                        .map(p -> (p.column() == null ? "" : p.column() + ": ") + p.message() + ". " + p.hint() + ".")
                        .collect(Collectors.joining(" ")));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    public String file() {
        return file;
    }

    public List<Problem> problems() {
        return problems;
    }
}
