package dev.gridload.cli;

import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.Forecast.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an import would do to the customers that Grid has, in sentences. */
final class ForecastWords {

    private ForecastWords() {}

    static List<String> of(JobDefinition job, Figures figures) {
        if (job.accounts().only()) {
            return List.of("Grid has " + Words.count(figures.existing()) + " of their customers"
                    + (figures.fresh() == 0
                            ? "."
                            : "; the accounts of " + Words.count(figures.fresh(), "other") + " would be refused."));
        }
        String created = "; " + Words.count(figures.fresh()) + " would be created.";
        if (figures.existing() == 0) {
            return List.of("Grid has none of these customers" + created);
        }
        String has = "Grid has " + Words.count(figures.existing()) + " of these customers";
        return switch (job.sending().mode()) {
            case CREATE -> List.of(has + ", which would be reported and stay as they are" + created);
            case SKIP -> List.of(has + ", of which nothing would be sent" + created);
            case UPSERT -> updates(has, created, figures);
        };
    }

    private static List<String> updates(String has, String created, Figures figures) {
        List<String> lines = new ArrayList<>();
        lines.add(has + ": " + Words.count(figures.updated()) + " would be updated, "
                + Words.count(figures.unchanged()) + " have all of it, " + Words.count(figures.refused())
                + " would be refused" + created);
        if (figures.updated() > 0) {
            lines.add("  To be updated: " + byColumn(figures.changes()));
        }
        if (figures.refused() > 0) {
            lines.add("  Refused, since Grid never changes it: " + byColumn(figures.immutable()));
        }
        return lines;
    }

    private static String byColumn(Map<String, Long> columns) {
        return String.join(
                ", ",
                columns.entrySet().stream()
                        .map(column -> column.getKey() + " of " + Words.count(column.getValue(), "customer"))
                        .toList());
    }
}
