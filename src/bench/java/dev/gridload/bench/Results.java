package dev.gridload.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All runs by what was run, in the order of their first. */
final class Results {

    private final Map<String, List<Measured>> runs = new LinkedHashMap<>();

    void add(String what, Measured measured) {
        runs.computeIfAbsent(what, key -> new ArrayList<>()).add(measured);
        System.out.printf(Locale.ROOT, "  %-34s %8.2f s%n", what, measured.wall());
    }

    int times(String what) {
        return runs.getOrDefault(what, List.of()).size();
    }

    /** The median over the rounds. */
    double median(String what, ToDoubleFunction<Measured> value) {
        double[] sorted = runs.getOrDefault(what, List.of()).stream()
                .mapToDouble(value)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
