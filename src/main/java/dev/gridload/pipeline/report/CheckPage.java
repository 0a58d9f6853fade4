package dev.gridload.pipeline.report;

import dev.gridload.customer.Problem;
import dev.gridload.pipeline.report.ReportModel.Outcome;
import dev.gridload.pipeline.report.ReportModel.ProblemGroup;
import dev.gridload.pipeline.report.ReportModel.Tone;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The report of a check as a single page, in the look of an import's. */
public final class CheckPage {

    private final List<FileFindings> files;
    private final Instant now;

    private CheckPage(List<FileFindings> files, Instant now) {
        this.files = List.copyOf(files);
        this.now = now;
    }

    /**
     * Writes the page whole or not at all, readable by its owner alone.
     *
     * @param now when the check was made
     * @throws ResultsNotWritten where the folder does not take it
     */
    public static void write(Path target, List<FileFindings> files, Instant now) {
        try (ResultFile file = ResultFile.begin(target, Path.of(""))) {
            file.write(html(files, now));
            file.finish();
        }
    }

    static String html(List<FileFindings> files, Instant now) {
        return PageTemplate.fill("check.html", new CheckPage(files, now).parts());
    }

    private Map<String, String> parts() {
        boolean clean = sum(FileFindings::errors) == 0;
        return Map.of(
                "title",
                files.size() == 1 ? Html.value(files.get(0).file()) : Figures.number(files.size()) + " files",
                "tone",
                OutcomeBars.tone(clean ? Tone.GOOD : Tone.BAD),
                "state",
                clean ? "No errors" : "With errors",
                "facts",
                facts(),
                "files",
                numbered());
    }

    private String facts() {
        return ReportPage.fact("Checked", Figures.time(now, ZoneOffset.UTC) + " UTC")
                + ReportPage.fact("Rows", Figures.number(sum(FileFindings::rows)))
                + ReportPage.fact("Errors", Figures.number(sum(FileFindings::errors)))
                + ReportPage.fact("Warnings", Figures.number(sum(FileFindings::warnings)));
    }

    private String numbered() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            html.append(file(files.get(i), i + 1));
        }
        return html.toString();
    }

    private String file(FileFindings file, int number) {
        OutcomeBars bars = new OutcomeBars(outcomes(file), file.rows());
        String name = files.size() == 1 ? "" : "<h2>" + Html.value(file.file()) + "</h2>";
        String heading = "problems" + number;
        return """
                <section aria-label="Outcomes">%s
                <p class="headline"><strong>%s</strong> <span>of %s would be sent</span></p>
                %s<ul class="outcomes">
                %s</ul>%s
                </section>
                %s<section class="problems" aria-labelledby="%s"><h2 id="%s">Problems</h2>
                %s
                </section>
                """.formatted(
                        name,
                        Figures.number(file.good()),
                        Figures.rows(file.rows()),
                        bars.stack(),
                        bars.items(),
                        notes(file),
                        mostCommon(file),
                        heading,
                        heading,
                        ProblemTable.html(groups(file), heading));
    }

    private static List<Outcome> outcomes(FileFindings file) {
        return List.of(
                new Outcome("Good", Tone.GOOD, file.good()),
                new Outcome("With errors, never sent", Tone.BAD, file.rejected()),
                new Outcome("Repeated in the file, never sent", Tone.NEUTRAL, file.repeated()));
    }

    private static String notes(FileFindings file) {
        return file.notes().stream()
                .map(note -> "<p class=\"note\">" + Html.value(note) + "</p>")
                .collect(Collectors.joining());
    }

    private static String mostCommon(FileFindings file) {
        if (file.kinds().isEmpty()) {
            return "";
        }
        return "<section><h2>Most common</h2><ol class=\"common\">"
                + file.mostCommon().stream().map(CheckPage::common).collect(Collectors.joining())
                + "</ol></section>\n";
    }

    private static String common(ProblemKind kind) {
        Problem example = kind.example();
        String column = example.column() == null ? "" : " in <code>" + Html.value(example.column()) + "</code>";
        String where = example.row() == 0
                ? ""
                : "<span class=\"hint\">For example row " + Figures.number(example.row())
                        + (example.value() == null ? "" : ": <code>" + Html.value(example.value()) + "</code>")
                        + "</span>";
        return "<li><strong>%s &times;</strong> <code>%s</code>%s: %s<span class=\"hint\">%s</span>%s</li>\n"
                .formatted(
                        Figures.number(kind.times()),
                        Html.value(example.code()),
                        column,
                        Html.value(example.message()),
                        Html.value(example.hint()),
                        where);
    }

    private static List<ProblemGroup> groups(FileFindings file) {
        return file.kinds().stream()
                .map(kind -> new ProblemGroup(
                        kind.example().severity(),
                        kind.example().code(),
                        kind.example().column(),
                        kind.times(),
                        kind.example().message(),
                        kind.example().hint(),
                        kind.firstRows()))
                .toList();
    }

    private long sum(ToLongFunction<FileFindings> figure) {
        return files.stream().mapToLong(figure).sum();
    }
}
