package dev.gridload.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Severity;
import dev.gridload.pipeline.report.ReportModel.Ending;
import dev.gridload.pipeline.report.ReportModel.Next;
import dev.gridload.pipeline.report.ReportModel.Outcome;
import dev.gridload.pipeline.report.ReportModel.ProblemGroup;
import dev.gridload.pipeline.report.ReportModel.Result;
import dev.gridload.pipeline.report.ReportModel.Step;
import dev.gridload.pipeline.report.ReportModel.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {

    @TempDir
    Path folder;

    @Test
    void saysHowTheImportWent() {
        String page = ReportPage.html(nightly());

        assertThat(page)
                .contains("<strong>9,734</strong> <span>of 10,000 rows are in Grid</span>")
                .contains("<dt>Started</dt><dd>20 Nov 2026, 21:30:00 <bdi>America/New_York</bdi></dd>")
                .contains("<dt>Ended</dt><dd>20 Nov 2026, 21:34:12</dd>")
                .contains("<span class=\"share\">&lt; 0.1&#8239;%</span>")
                .contains("<dt>Took</dt><dd>4 min 12 s</dd>")
                .contains("<dt>Speed</dt><dd>40 rows/s</dd>")
                .contains("<span class=\"pill bad\">Complete, with failures</span>")
                .contains("aria-label=\"Created: 9,612 of 10,000 rows\"")
                .contains("<bdi>gridload retry 20261121-023000-k7</bdi>")
                .contains("<td class=\"rows\">17, 204, 1311, &hellip;</td>")
                .contains("<td>whole row</td>")
                .doesNotContain("{{");
    }

    @Test
    void leavesOutOutcomesWithoutRows() {
        assertThat(ReportPage.html(nightly())).doesNotContain("Waiting");
    }

    @Test
    void showsAnEmptyImportWithoutDividingByZero() {
        String page = ReportPage.html(empty("empty.csv"));

        assertThat(page)
                .contains("<strong>0</strong> <span>of 0 rows are in Grid</span>")
                .contains("No row had a problem.")
                .contains("<dt>Ended</dt><dd>not yet</dd>")
                .contains("<div class=\"pair\"></div>")
                .doesNotContain("What to do next")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"onmouseover=\"alert(1)",
                "' onmouseover='alert(1)",
                "</style></title><img src=x onerror=alert(1)>",
                "{{problems}}",
                "$1 \\1",
                "a\u202Evsc.exe",
                "\u2066x\u200F\u0000\u001B[2J"
            })
    void noValueLeavesItsPlace(String hostile) {
        ReportModel model = new ReportModel(
                hostile,
                hostile,
                Instant.EPOCH,
                null,
                ZoneId.of("UTC"),
                Ending.STOPPED,
                2,
                List.of(new Outcome(hostile, Tone.OPEN, 2)),
                List.of(new ProblemGroup(Severity.ERROR, hostile, hostile, 2, hostile, hostile, List.of(1L))),
                List.of(new Step(hostile, Duration.ofSeconds(1))),
                1,
                List.of(new Result(hostile, hostile, 2)),
                new Next(hostile, hostile),
                hostile,
                hostile);

        String page = ReportPage.html(model);
        // Everything but the values is the same page as one with a harmless word in their place.
        String harmless = ReportPage.html(new ReportModel(
                "WORD",
                "WORD",
                Instant.EPOCH,
                null,
                ZoneId.of("UTC"),
                Ending.STOPPED,
                2,
                List.of(new Outcome("WORD", Tone.OPEN, 2)),
                List.of(new ProblemGroup(Severity.ERROR, "WORD", "WORD", 2, "WORD", "WORD", List.of(1L))),
                List.of(new Step("WORD", Duration.ofSeconds(1))),
                1,
                List.of(new Result("WORD", "WORD", 2)),
                new Next("WORD", "WORD"),
                "WORD",
                "WORD"));
        assertThat(page).isEqualTo(harmless.replace("WORD", Html.text(hostile)));
        assertThat(Html.text(hostile)).doesNotContainPattern("[<>\"'\u202E\u2066\u200F\u0000\u001B]");
    }

    @Test
    void showsCharactersThatSteerTheReadingOrder() {
        assertThat(Html.text("a\u202Evsc.exe")).isEqualTo("a[U+202E]vsc.exe");
        assertThat(Html.text("Jos\u00e9 \u5f20 \ud83d\ude00")).isEqualTo("Jos\u00e9 \u5f20 \ud83d\ude00");
    }

    @Test
    void asksForNothingFromElsewhere() {
        assertThat(ReportPage.html(nightly()))
                .doesNotContain("<script", "<link", "<img", "http://", "https://", "url(", "@import")
                .contains("default-src 'none'");
    }

    @Test
    void pageIsForItsOwnerOnly() throws IOException {
        Path page = folder.resolve("report.html");

        ReportPage.write(nightly(), page, folder.resolve("customers.csv"));

        assertThat(page).hasContent(ReportPage.html(nightly()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
    }

    private static ReportModel empty(String file) {
        return new ReportModel(
                "1",
                file,
                Instant.EPOCH,
                null,
                ZoneId.of("UTC"),
                Ending.RUNNING,
                0,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                null,
                null,
                null);
    }

    static ReportModel nightly() {
        return new ReportModel(
                "20261121-023000-k7",
                "customers_2026-11-20.csv",
                Instant.parse("2026-11-21T02:30:00Z"),
                Instant.parse("2026-11-21T02:34:12Z"),
                ZoneId.of("America/New_York"),
                Ending.WITH_FAILURES,
                10_000,
                List.of(
                        new Outcome("Created", Tone.GOOD, 9_612),
                        new Outcome("Already in Grid", Tone.GOOD, 122),
                        new Outcome("Repeated in the file", Tone.NEUTRAL, 14),
                        new Outcome("Rejected before sending", Tone.BAD, 211),
                        new Outcome("Refused by Grid", Tone.BAD, 38),
                        new Outcome("Needs an operator", Tone.OPEN, 3),
                        new Outcome("Waiting", Tone.OPEN, 0)),
                List.of(
                        new ProblemGroup(
                                Severity.ERROR,
                                "ABA_CHECKSUM",
                                "routingNumber",
                                164,
                                "The check digit of the routing number is wrong",
                                "Compare it with the bank's letter; two neighbouring digits are often swapped",
                                List.of(17L, 204L, 1_311L)),
                        new ProblemGroup(
                                Severity.ERROR,
                                "ROW_RAGGED",
                                null,
                                47,
                                "The row has more fields than the header",
                                "Put quotes around a value that contains a comma",
                                List.of(88L, 89L, 4_012L)),
                        new ProblemGroup(
                                Severity.ERROR,
                                "INVALID_FIELD",
                                "birthDate",
                                38,
                                "Grid refused the value",
                                "Write the date as YYYY-MM-DD",
                                List.of(9_001L, 9_177L)),
                        new ProblemGroup(
                                Severity.WARNING,
                                "STATE_UNKNOWN",
                                "state",
                                6,
                                "The state does not belong to the country",
                                "Use the two letters of ISO 3166-2",
                                List.of(3L, 5L, 9L, 411L, 512L, 7_003L))),
                List.of(
                        new Step("Read and validate", Duration.ofMillis(1_480)),
                        new Step("Submit", Duration.ofMillis(38_200)),
                        new Step("Wait for Grid", Duration.ofSeconds(187)),
                        new Step("Reconcile", Duration.ofMillis(24_100)),
                        new Step("Report", Duration.ofMillis(310))),
                39.7,
                List.of(
                        new Result(
                                "customers_2026-11-20_20261121-023000-k7_success.csv",
                                "In Grid, with their ids",
                                9_734),
                        new Result(
                                "customers_2026-11-20_20261121-023000-k7_failed.csv",
                                "To correct and import again",
                                263),
                        new Result("customers_2026-11-20_20261121-023000-k7_unprocessed.csv", "Not decided yet", 3)),
                new Next(
                        "gridload retry 20261121-023000-k7",
                        "Correct the rows in the failed file and import it, or send the rows that Grid refused again:"),
                null,
                null);
    }
}
