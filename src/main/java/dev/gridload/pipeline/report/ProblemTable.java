package dev.gridload.pipeline.report;

import dev.gridload.pipeline.report.ReportModel.ProblemGroup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The problems of a file, one line for each code and column. */
final class ProblemTable {

    private ProblemTable() {}

    static String html(List<ProblemGroup> problems) {
        return html(problems, "problems");
    }

    /** @param heading id of the heading that names the table */
    static String html(List<ProblemGroup> problems, String heading) {
        if (problems.isEmpty()) {
            return "<p class=\"none\">No row had a problem.</p>";
        }
        return """
                <div class="scroll" role="region" aria-labelledby="%s" tabindex="0"><table>
                <thead><tr><th scope="col">Problem</th><th scope="col">Column</th><th scope="col" class="n">Rows</th>
                <th scope="col">What is wrong, and how to mend it</th><th scope="col">First rows</th></tr></thead>
                <tbody>%s</tbody></table></div>""".formatted(heading, problems.stream().map(ProblemTable::row).collect(Collectors.joining()));
    }

    private static String row(ProblemGroup group) {
        String weight = group.severity().name().toLowerCase(Locale.ROOT);
        String more =
                group.rows() > group.firstRows().size() && !group.firstRows().isEmpty() ? ", &hellip;" : "";
        return """
                <tr><th scope="row"><code>%s</code><span class="weight %s">%s</span></th><td>%s</td><td class="n">%s</td>
                <td class="what">%s<span class="hint">%s</span></td><td class="rows">%s%s</td></tr>
                """.formatted(
                        Html.value(group.code()),
                        weight,
                        weight,
                        group.column() == null ? "whole row" : "<code>" + Html.value(group.column()) + "</code>",
                        Figures.number(group.rows()),
                        Html.value(group.message()),
                        Html.value(group.hint()),
                        group.firstRows().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        more);
    }
}
