package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems grouped by code and column while they come, with the first ones kept for showing. */
final class ProblemTally {

    private static final int MOST_GROUPS = 10_000;

    private final int mostShown;
    private final List<Problem> first = new ArrayList<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    ProblemTally(int mostShown) {
        this.mostShown = mostShown;
    }

    /** Problems of one kind: how many, and the first of them as the example. */
    record Group(Problem example, long times) {}

    void add(Problem problem) {
        if (first.size() < mostShown) {
            first.add(problem);
        }
        String key = problem.severity() + "/" + problem.code() + "/" + problem.column();
        Group before = groups.get(key);
        if (before != null) {
            groups.put(key, new Group(before.example(), before.times() + 1));
        } else if (groups.size() < MOST_GROUPS) {
            groups.put(key, new Group(problem, 1));
        }
    }

    List<Problem> first() {
        return first;
    }

    /** Errors before warnings, the most frequent first. */
    List<Group> groups() {
        return groups.values().stream()
                .sorted(Comparator.comparing((Group g) -> g.example().severity() == Severity.ERROR ? 0 : 1)
                        .thenComparing(Comparator.comparingLong(Group::times).reversed()))
                .toList();
    }
}
