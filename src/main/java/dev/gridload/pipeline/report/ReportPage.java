package dev.gridload.pipeline.report;

import dev.gridload.pipeline.report.ReportModel.Result;
import dev.gridload.pipeline.report.ReportModel.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report of one import as a single page that needs nothing else: no script, no font, no picture, no network. */
final class ReportPage {

    private final ReportModel model;

    private ReportPage(ReportModel model) {
        this.model = model;
    }

    /**
     * Writes the page whole or not at all.
     *
     * @param input the file that was imported, which is never overwritten
     * @throws ResultsNotWritten where the folder does not take it
     */
    static void write(ReportModel model, Path target, Path input) {
        try (ResultFile file = ResultFile.begin(target, input)) {
            file.write(html(model));
            file.finish();
        }
    }

    static String html(ReportModel model) {
        return PageTemplate.fill("report.html", new ReportPage(model).parts());
    }

    private Map<String, String> parts() {
        return Map.of(
                "file", Html.value(model.file()),
                "id", Html.value(model.importId()),
                "tone", OutcomeBars.tone(model.ending().tone),
                "state", model.ending().label,
                "facts", facts(),
                "headline", headline(),
                "outcomes", bars().items(),
                "next", next(),
                "problems", ProblemTable.html(model.problems()),
                "details", steps() + results());
    }

    private String headline() {
        return """
                <p class="headline"><strong>%s</strong> <span>of %s %s in Grid</span></p>
                %s""".formatted(
                        Figures.number(model.inGrid()),
                        Figures.rows(model.rows()),
                        model.rows() == 1 ? "is" : "are",
                        bars().stack());
    }

    private OutcomeBars bars() {
        return new OutcomeBars(model.outcomes(), model.rows());
    }

    private String facts() {
        Instant ended = model.ended();
        String took = ended == null ? "" : fact("Took", Figures.duration(Duration.between(model.started(), ended)));
        return fact("Import", "<code>" + Html.value(model.importId()) + "</code>")
                + fact(
                        "Started",
                        Figures.time(model.started(), model.zone()) + " "
                                + Html.value(model.zone().getId()))
                + fact("Ended", ended == null ? "not yet" : Figures.time(ended, model.zone()))
                + took
                + fact("Speed", String.format(Locale.ROOT, "%,.0f rows/s", model.rowsPerSecond()))
                + (model.accounts() == null ? "" : fact("Accounts", Html.value(model.accounts())))
                + (model.updates() == null ? "" : fact("Updates", Html.value(model.updates())));
    }

    private String next() {
        if (model.next() == null) {
            return "";
        }
        return """
                <section class="next" aria-labelledby="next"><h2 id="next">What to do next</h2><p>%s</p>
                <pre tabindex="0"><code>%s</code></pre></section>""".formatted(
                Html.value(model.next().reason()), Html.value(model.next().command()));
    }

    private String steps() {
        if (model.steps().isEmpty()) {
            return "";
        }
        long longest = Math.max(
                1,
                model.steps().stream()
                        .mapToLong(step -> step.time().toMillis())
                        .max()
                        .orElse(1));
        return "<section aria-labelledby=\"steps\"><h2 id=\"steps\">Time</h2><ul class=\"steps\">"
                + each(model.steps(), step -> step(step, longest)) + "</ul></section>";
    }

    private static String step(Step step, long longest) {
        return """
                <li><span class="label">%s</span><span class="count">%s</span>
                <span class="bar" aria-hidden="true"><i class="neutral" style="width:%s%%"></i></span></li>
                """.formatted(
                        Html.value(step.name()),
                        Figures.duration(step.time()),
                        Figures.share(step.time().toMillis(), longest));
    }

    private String results() {
        if (model.results().isEmpty()) {
            return "";
        }
        return "<section aria-labelledby=\"files\"><h2 id=\"files\">Result files</h2><ul class=\"files\">"
                + each(model.results(), ReportPage::result) + "</ul></section>";
    }

    private static String result(Result result) {
        return "<li><code>%s</code><span>%s &middot; %s</span></li>\n"
                .formatted(Html.value(result.name()), Html.value(result.contents()), Figures.rows(result.rows()));
    }

    static String fact(String name, String html) {
        return "<div><dt>" + name + "</dt><dd>" + html + "</dd></div>\n";
    }

    private static <T> String each(List<T> items, Function<T, String> html) {
        return items.stream().map(html).collect(Collectors.joining());
    }
}
