package dev.gridload.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The job files in jobs/ are documentation, so they must load. */
class ShippedJobsTest {

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyJobFileLoadsUnderItsOwnName(Path file) {
        JobDefinition job = JobFile.read(file, GridColumns.ALL, GridColumns.RULES);

        assertThat(file.getFileName()).hasToString(job.name() + ".yaml");
    }

    @Test
    void nightlyRunsEachNightAndStopsAtFivePercent() {
        JobDefinition job = JobFile.read(Path.of("jobs/nightly.yaml"), GridColumns.ALL, GridColumns.RULES);

        assertThat(job.schedule())
                .isEqualTo(new JobDefinition.Schedule(
                        "30 2 * * *",
                        ZoneId.of("America/New_York"),
                        JobDefinition.Missed.RUN,
                        JobDefinition.Overlap.SKIP));
        assertThat(job.sending().maxFailures()).isNotNull();
        assertThat(job.results().output()).isEqualTo(Path.of("jobs/results"));
        assertThat(job.results().archive()).isEqualTo(Path.of("jobs/drop/done"));
        assertThat(job.mapping().renames()).containsEntry("customer_no", "platformCustomerId");
    }

    @Test
    void migrationKeepsTheTextOfItsValues() {
        JobDefinition job = JobFile.read(Path.of("jobs/migration.yaml"), GridColumns.ALL, GridColumns.RULES);

        assertThat(job.format().charset()).hasToString("windows-1252");
        assertThat(job.format().delimiter()).isEqualTo(';');
        assertThat(job.sending().settle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(job.mapping().values().get("country")).containsEntry("NOR", "NO");
    }

    @Test
    void reimportStopsAtTheFirstFailure() {
        JobDefinition job = JobFile.read(Path.of("jobs/reimport.yaml"), GridColumns.ALL, GridColumns.RULES);

        assertThat(job.sending().route()).isEqualTo(JobDefinition.Route.BULK);
        assertThat(job.sending().maxFailures()).isEqualTo(new FailureLimit.Rows(0));
    }
}
