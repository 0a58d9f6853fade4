package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.grid.RouteChoice.Reason;
import dev.gridload.pipeline.FileCheck.Found;
import dev.gridload.pipeline.Forecast.Figures;
import dev.gridload.pipeline.read.Dialect;
import dev.gridload.pipeline.report.FileFindings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input that was checked.
 *
 * @param routes good rows by the reason for the route that an import would take
 * @param shown the first problems, as many as are shown
 * @param forecast what an import would do to the customers that Grid has; null where Grid was not asked
 */
record CheckedInput(
        Dialect dialect,
        FileFindings findings,
        Map<Reason, Long> routes,
        List<Problem> shown,
        @Nullable Figures forecast) {

    static CheckedInput of(
            String name,
            Dialect dialect,
            List<String> notes,
            Found found,
            ProblemTally tally,
            @Nullable Figures forecast) {
        FileFindings findings = new FileFindings(
                name,
                notes,
                found.records(),
                found.valid(),
                found.rejected(),
                found.duplicates(),
                found.errors(),
                found.warnings(),
                tally.kinds());
        return new CheckedInput(dialect, findings, found.routes(), tally.first(), forecast);
    }

    /** @param dryRun whether to say what an import would send */
    Map<String, @Nullable Object> document(boolean dryRun) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("file", findings.file());
        document.put("read", Json.reading(dialect, findings.notes()));
        document.put("records", findings.rows());
        document.put("valid", findings.good());
        document.put("rejected", findings.rejected());
        document.put("duplicates", findings.repeated());
        document.put("errors", findings.errors());
        document.put("warnings", findings.warnings());
        if (dryRun) {
            document.put("wouldSend", findings.good());
            document.put("routes", routes);
            if (forecast != null) {
                document.put("forecast", forecast);
            }
        }
        document.put(
                "mostCommon", findings.mostCommon().stream().map(Json::kind).toList());
        document.put("kinds", findings.kinds().stream().map(Json::kind).toList());
        document.put("problems", shown);
        return document;
    }
}
