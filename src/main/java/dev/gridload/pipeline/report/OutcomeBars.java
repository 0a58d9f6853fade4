package dev.gridload.pipeline.report;

import dev.gridload.pipeline.report.ReportModel.Outcome;
import dev.gridload.pipeline.report.ReportModel.Tone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How rows ended, as bars; outcomes without rows are left out. */
record OutcomeBars(List<Outcome> outcomes, long rows) {

    OutcomeBars {
        outcomes = outcomes.stream().filter(outcome -> outcome.rows() > 0).toList();
    }

    /** All of them in one bar. */
    String stack() {
        return "<div class=\"stack\" aria-hidden=\"true\">"
                + outcomes.stream()
                        .map(outcome -> "<i class=\"%s\" style=\"width:%s%%\"></i>"
                                .formatted(tone(outcome.tone()), share(outcome)))
                        .collect(Collectors.joining())
                + "</div>";
    }

    /** A line and a bar for each. */
    String items() {
        return outcomes.stream().map(this::item).collect(Collectors.joining());
    }

    private String item(Outcome outcome) {
        return """
                <li><span class="label">%s</span><span class="count">%s</span><span class="share">%s&#8239;%%</span>
                <span class="bar" role="img" aria-label="%s: %s of %s"><i class="%s" style="width:%s%%"></i></span></li>
                """.formatted(
                        Html.value(outcome.label()),
                        Figures.number(outcome.rows()),
                        share(outcome).equals("0.0") ? "&lt; 0.1" : share(outcome),
                        Html.text(outcome.label()),
                        Figures.number(outcome.rows()),
                        Figures.rows(rows),
                        tone(outcome.tone()),
                        share(outcome));
    }

    static String tone(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private String share(Outcome outcome) {
        return Figures.share(outcome.rows(), rows);
    }
}
