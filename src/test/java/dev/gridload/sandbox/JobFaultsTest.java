package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobFaultsTest {

    private ScriptedGrid grid;

    @BeforeEach
    void start() {
        grid = new ScriptedGrid(SandboxSettings.defaults().withJobTime(Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        grid.close();
    }

    private void pass(int seconds) {
        grid.clock.move(Duration.ofSeconds(seconds));
    }

    private String status(String job) {
        return grid.caller.get(job).text("status");
    }

    private int progress(String job, String name) {
        return grid.caller.get(job).json().path("progress").path(name).asInt();
    }

    private List<String> errors(String job) {
        List<String> ids = new ArrayList<>();
        grid.caller
                .get(job)
                .json()
                .path("errors")
                .forEach(error -> ids.add(error.path("platformCustomerId").asString() + " "
                        + error.path("error").path("code").asString()));
        return ids;
    }

    @Test
    void staysPendingForAWhile() {
        grid.faults("{'kind':'JOB_STUCK','jobStatus':'PENDING','for':'PT1M','call':1}");
        String stuck = grid.upload("a", "b");
        String other = grid.upload("c");

        pass(59);
        assertThat(status(stuck)).isEqualTo("PENDING");
        assertThat(status(other)).isEqualTo("COMPLETED");
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("c");
        pass(1);
        assertThat(status(stuck)).isEqualTo("COMPLETED");
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("c", "a", "b");
    }

    @Test
    void staysProcessingForEverAfterSomeRows() {
        grid.faults("{'kind':'JOB_STUCK','rows':1}");
        String job = grid.upload("a", "b", "c");

        pass(100_000);
        assertThat(status(job)).isEqualTo("PROCESSING");
        assertThat(progress(job, "processed")).isEqualTo(1);
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("a");
    }

    @Test
    void failsWithNoneOrSomeRowsCreated() {
        grid.faults("{'kind':'JOB_FAILED','call':1}", "{'kind':'JOB_FAILED','rows':2,'call':2}");
        String none = grid.upload("a", "b");
        String some = grid.upload("c", "d", "e");

        pass(10);
        assertThat(status(none)).isEqualTo("FAILED");
        assertThat(progress(none, "processed")).isZero();
        assertThat(status(some)).isEqualTo("FAILED");
        assertThat(progress(some, "successful")).isEqualTo(2);
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("c", "d");
    }

    @Test
    void saysProcessingOnceAfterCompleted() {
        grid.faults("{'kind':'JOB_REOPENED'}");
        String job = grid.upload("a");

        pass(10);
        assertThat(List.of(status(job), status(job), status(job)))
                .containsExactly("COMPLETED", "PROCESSING", "COMPLETED");
    }

    @Test
    void answersWithLessProgressAnUnknownStatusOrNotAtAll() {
        grid.faults(
                "{'kind':'JOB_BACKWARDS','job':1,'call':2}",
                "{'kind':'JOB_STATUS','jobStatus':'ON_HOLD','job':1,'call':3}",
                "{'kind':'JOB_NOT_FOUND','job':2,'to':2}");
        String first = grid.upload("a", "b");
        String second = grid.upload("c");

        pass(10);
        assertThat(progress(first, "processed")).isEqualTo(2);
        assertThat(progress(first, "processed")).isEqualTo(1);
        assertThat(status(first)).isEqualTo("ON_HOLD");
        assertThat(grid.caller.get(second).status()).isEqualTo(404);
        assertThat(grid.caller.get(second).text("code")).isEqualTo("BULK_UPLOAD_JOB_NOT_FOUND");
        assertThat(status(second)).isEqualTo("COMPLETED");
    }

    @Test
    void changesShapeFromJobToJob() {
        grid.faults("{'kind':'JOB_SHAPE','shape':'PUBLISHED','call':2}");
        String guides = grid.upload("a");
        String published = grid.upload("b");

        assertThat(grid.caller.get(guides).json().has("jobId")).isTrue();
        assertThat(grid.caller.get(published).json().has("jobId")).isFalse();
        assertThat(grid.caller.get(published).json().has("id")).isTrue();
    }

    @Test
    void oneRowFailsByItsIdOrAPartOfIt() {
        grid.faults(
                "{'kind':'ROW_FAILS','id':'b','code':'SOMETHING_NEW','message':'No.','to':1}",
                "{'kind':'ROW_FAILS','containing':'-odd','code':'CONFLICT'}");
        String job = grid.upload("a", "b", "c-odd-1");
        String again = grid.upload("b");

        pass(10);
        assertThat(errors(job)).containsExactly("b SOMETHING_NEW", "c-odd-1 CONFLICT");
        assertThat(errors(again)).isEmpty();
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("a", "b");
    }

    @Test
    void listOfErrorsIsTruncatedEmptyDoubledOrForStrangers() {
        grid.faults(
                "{'kind':'ERRORS_TRUNCATED','rows':1,'call':1}",
                "{'kind':'ERRORS_TRUNCATED','call':2}",
                "{'kind':'ERRORS_DOUBLED','call':3}",
                "{'kind':'ERRORS_EXTRA','code':'CONFLICT','call':4}",
                "{'kind':'ERRORS_CODE','code':'NEWER','call':5}");
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < 5; job++) {
            jobs.add(grid.upload(job + "x-gridfail", job + "y-gridfail"));
        }

        pass(10);
        assertThat(errors(jobs.get(0))).containsExactly("0x-gridfail INVALID_FIELD");
        assertThat(errors(jobs.get(1))).isEmpty();
        assertThat(progress(jobs.get(1), "failed")).isEqualTo(2);
        assertThat(errors(jobs.get(2)))
                .hasSize(4)
                .containsOnly("2x-gridfail INVALID_FIELD", "2y-gridfail INVALID_FIELD");
        assertThat(errors(jobs.get(3))).hasSize(3).endsWith("not-in-the-upload-1 CONFLICT");
        assertThat(errors(jobs.get(4))).containsExactly("4x-gridfail NEWER", "4y-gridfail NEWER");
    }

    @Test
    void listOfErrorsNamesRowsByNumber() {
        grid.faults(
                "{'kind':'ERRORS_BY_ROW','numbers':'ZERO_BASED','call':1}",
                "{'kind':'ERRORS_BY_ROW','numbers':'ONE_BASED','call':2}",
                "{'kind':'ERRORS_BY_ROW','numbers':'HEADER_BASED','call':3}",
                "{'kind':'ERRORS_BY_ROW','numbers':'ROW_N','call':4}");
        List<String> told = new ArrayList<>();
        for (int job = 0; job < 4; job++) {
            told.add(grid.upload("good" + job, "bad-gridfail"));
        }

        pass(10);
        assertThat(told.stream().flatMap(job -> errors(job).stream()))
                .containsExactly("1 INVALID_FIELD", "2 INVALID_FIELD", "3 INVALID_FIELD", "row_2 INVALID_FIELD");
    }

    @Test
    void replayedUploadRunsTwiceAndCreatesOnce() {
        grid.faults("{'kind':'UPLOAD_REPLAYED','answered':2}");
        String job = grid.upload("a", "b");

        pass(10);
        assertThat(errors(job)).containsExactly("a CONFLICT", "b CONFLICT");
        assertThat(grid.caller.everyPage("limit=10")).containsExactly("a", "b");
        assertThat(grid.caller.admin("/sandbox/stats").json().path("jobs").asInt())
                .isEqualTo(2);
    }
}
