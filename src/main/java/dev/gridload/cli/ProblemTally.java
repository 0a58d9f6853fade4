package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.pipeline.report.ProblemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Problems grouped by severity, code and column while they come, with the first ones kept for showing. */
final class ProblemTally {

    private static final int MOST_KINDS = 10_000;
    private static final int FIRST_ROWS = 5;

    private final int mostShown;
    private final List<Problem> first = new ArrayList<>();
    private final Map<Alike, Kind> kinds = new LinkedHashMap<>();

    ProblemTally(int mostShown) {
        this.mostShown = mostShown;
    }

    private record Alike(
            Severity severity, String code, @Nullable String column) {}

    private static final class Kind {
        private final Problem example;
        private final List<Long> firstRows = new ArrayList<>();
        private long times;

        Kind(Problem example) {
            this.example = example;
        }

        void add(Problem problem) {
            times++;
            if (problem.row() > 0 && firstRows.size() < FIRST_ROWS) {
                firstRows.add(problem.row());
            }
        }
    }

    void add(Problem problem) {
        if (first.size() < mostShown) {
            first.add(problem);
        }
        Alike key = new Alike(problem.severity(), problem.code(), problem.column());
        Kind kind = kinds.get(key);
        if (kind == null && kinds.size() < MOST_KINDS) {
            kind = new Kind(problem);
            kinds.put(key, kind);
        }
        if (kind != null) {
            kind.add(problem);
        }
    }

    List<Problem> first() {
        return first;
    }

    /** Errors before warnings, the most frequent first. */
    List<ProblemKind> kinds() {
        return kinds.values().stream()
                .map(kind -> new ProblemKind(kind.example, kind.times, kind.firstRows))
                .sorted(Comparator.comparing(
                                (ProblemKind kind) -> kind.example().severity() == Severity.ERROR ? 0 : 1)
                        .thenComparing(
                                Comparator.comparingLong(ProblemKind::times).reversed()))
                .toList();
    }
}
