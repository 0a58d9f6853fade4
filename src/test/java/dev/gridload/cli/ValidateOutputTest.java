package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What validate says: the summary first, then the problems; on the screen, as JSON and as a page. */
class ValidateOutputTest {

    private static final String HEADER =
            "platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country,email,crmNote\n";

    @TempDir
    Path folder;

    @Test
    void tellsTheMostCommonProblemsWithAnExampleBeforeTheRest() throws IOException {
        Path file = file("customers.csv");

        CommandLineRun run = CommandLineRun.of("validate", file.toString(), "--max-shown", "1");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).isEqualTo("""
                customers.csv: 5 rows, 1 good, 4 with errors, 0 repeated; 6 errors, 1 warning

                Most common:
                  error          3  COUNTRY_UNKNOWN in country: A country is a code of two capital letters from ISO 3166-1, or XK; found 3 letters
                                    for example row 2 (line 3) [USA]; Write the code, for example US, MX or DE
                  error          2  EMAIL_FORMAT in email: An e-mail address is name@domain in ASCII, and the domain has a dot; found 7 characters: 6 letters, 1 other
                                    for example row 3 (line 4) [(5-8 characters)]; Check for spaces, commas and a missing ending such as .com
                  error          1  INDIVIDUAL_FIELD_REQUIRED in fullName: An individual needs a value here; found nothing
                                    for example row 5 (line 6); Fill in the value, or correct the customer type

                By kind:
                  error          3  COUNTRY_UNKNOWN in country  first in row 2
                  error          2  EMAIL_FORMAT in email  first in row 3
                  error          1  INDIVIDUAL_FIELD_REQUIRED in fullName  first in row 5
                  warning        1  UNKNOWN_COLUMN

                warning file: The header has a column that Grid does not know; its values are not sent; found at column 11, "crmNote"
                        UNKNOWN_COLUMN - Rename the column if its values matter
                ... and 6 more; --max-shown N shows more, --problems FILE writes them all.
                """);
    }

    @Test
    void saysTheSameAsOneDocument() throws IOException {
        Path file = file("customers.csv");

        CommandLineRun run = CommandLineRun.of("validate", file.toString(), "--json", "--max-shown", "2");
        // In one order always, so that two of them can be compared.
        assertThat(run.out().indexOf("\"command\"")).isBetween(0, run.out().indexOf("\"files\""));

        JsonNode found = document(run).get("files").get(0);
        assertThat(found.get("file").asString()).isEqualTo(file.toString());
        assertThat(found.get("read").toString())
                .isEqualTo(
                        "{\"charset\":\"UTF-8\",\"delimiter\":\",\",\"byteOrderMark\":false,\"notes\":[\"The header has a"
                                + " column that Grid does not know; its values are not sent; found at column 11, \\\"crmNote\\\"\"]}");
        assertThat(found.get("records").asInt()).isEqualTo(5);
        assertThat(found.get("mostCommon"))
                .extracting(kind -> kind.get("code").asString() + " " + kind.get("times") + " " + kind.get("firstRows")
                        + " " + kind.get("value"))
                .containsExactly(
                        "COUNTRY_UNKNOWN 3 [2,3,4] \"USA\"",
                        "EMAIL_FORMAT 2 [3,4] \"(5-8 characters)\"",
                        "INDIVIDUAL_FIELD_REQUIRED 1 [5] null");
        assertThat(found.get("kinds")).hasSize(4);
        assertThat(found.get("problems")).hasSize(2);
    }

    @Test
    void writesAPageForItsOwnerOnlyThatNeedsNothingElse() throws IOException {
        Path page = folder.resolve("report.html");

        CommandLineRun run = CommandLineRun.of(
                "validate",
                file("customers.csv").toString(),
                folder.resolve("customers.csv").toString(),
                "--report",
                page.toString());

        assertThat(run.err()).endsWith("Report: " + page + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(page))
                .contains("<h1>2 files</h1><span class=\"pill bad\">With errors</span>")
                .contains("<dt>Errors</dt><dd>12</dd>")
                .contains("<strong>1</strong> <span>of 5 rows would be sent</span>")
                .contains("aria-label=\"With errors, never sent: 4 of 5 rows\"")
                .contains("For example row 2: <code><bdi>USA</bdi></code>")
                .contains("<td class=\"rows\">2, 3, 4</td>")
                .contains("found at column 11, &quot;crmNote&quot;")
                .contains("id=\"problems2\"")
                .contains("default-src 'none'")
                .doesNotContain("{{", "<script", "<link", "<img", "http://", "https://", "url(", "Ada Quill", "a@b");
    }

    @Test
    void neverWritesOverWhatItReads() throws IOException {
        Path file = file("customers.csv");
        String before = Files.readString(file);

        for (String option : List.of("--report", "--problems")) {
            CommandLineRun run = CommandLineRun.of("validate", file.toString(), option, file.toString());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("gridload: " + option + " would overwrite the input " + file + "; name another file\n");
            assertThat(file).hasContent(before);
        }
    }

    @Test
    void readsStandardInput() {
        CommandLineRun run = CommandLineRun.piping(rows().getBytes(StandardCharsets.UTF_8), "validate", "-", "--json");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).startsWith("stdin: 5 rows, 1 good, 4 with errors");
        assertThat(document(run).get("files").get(0).get("file").asString()).isEqualTo("stdin");
    }

    @Test
    void readsWhatIsPackedFromStandardInput() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(rows().getBytes(StandardCharsets.UTF_8));
        }

        assertThat(CommandLineRun.piping(packed.toByteArray(), "validate", "-").err())
                .contains("stdin: 5 rows, 1 good");
    }

    @Test
    void saysOfSeveralInputsWhichIsMeantAndHowAllOfThemAre() throws IOException {
        Path file = file("customers.csv");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "");
        Path problems = folder.resolve("problems.csv");

        CommandLineRun run = CommandLineRun.piping(
                rows().getBytes(StandardCharsets.UTF_8),
                "validate",
                file.toString(),
                broken.toString(),
                "-",
                "--json",
                "--max-shown",
                "0",
                "--problems",
                problems.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .contains(
                        file + ": 5 rows, 1 good, 4 with errors, 0 repeated; 6 errors, 1 warning",
                        "gridload: " + broken
                                + ": the file is empty. Export it again; the first line must name the columns.",
                        "stdin: 5 rows, 1 good, 4 with errors, 0 repeated; 6 errors, 1 warning",
                        "2 files: 10 rows, 2 good, 8 with errors, 0 repeated; 12 errors, 2 warnings",
                        "1 file could not be checked",
                        "7 more; --max-shown N shows more, --problems FILE writes them all.");
        assertThat(document(run).get("files"))
                .extracting(found -> found.get("file").asString())
                .containsExactly(file.toString(), "stdin", broken.toString());
        assertThat(Files.readAllLines(problems))
                .hasSize(15)
                .anyMatch(line -> line.startsWith(file + ",2,3,c2,country,ERROR,COUNTRY_UNKNOWN"))
                .anyMatch(line -> line.startsWith("stdin,2,3,c2,country,ERROR,COUNTRY_UNKNOWN"));
    }

    @Test
    void readsStandardInputOnce() {
        CommandLineRun run = CommandLineRun.piping(new byte[0], "validate", "-", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("gridload: standard input (-) can be read once; it is named twice\n");
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), rows());
    }

    private static String rows() {
        return HEADER
                + row("c1", "Ada Quill", "US", "a@b.example")
                + row("c2", "Ada Quill", "USA", "")
                + row("c3", "Ada Quill", "USA", "ada@bcd")
                + row("c4", "Ada Quill", "USA", "ada@bcd")
                + row("c5", "", "US", "");
    }

    private static String row(String id, String name, String country, String email) {
        return String.join(
                        ",",
                        id,
                        "INDIVIDUAL",
                        name,
                        "1990-01-31",
                        "1 Main St",
                        "Austin",
                        "TX",
                        "78701",
                        country,
                        email,
                        "x")
                + "\n";
    }

    private static JsonNode document(CommandLineRun run) {
        return JsonMapper.builder().build().readTree(run.out());
    }
}
