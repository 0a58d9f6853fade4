package dev.gridload.pipeline.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.grid.JobAnswer;
import dev.gridload.grid.JobAnswer.State;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions;
import dev.gridload.testing.ScriptedGrid;
import dev.gridload.testing.SettableClock;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollIT {

    /** Each of the loop's short pauses passes for a minute. */
    private static final Duration HASTE = Duration.ofMinutes(1);

    private static final Duration SETTLE = Duration.ofMinutes(10);

    private final TestLedger test = new TestLedger();
    private final ScriptedGrid grid = new ScriptedGrid();
    private Lease lease;

    @BeforeEach
    void send() {
        lease = test.waiting(2, "a", "b");
        Submissions submissions = test.ledger().submissions();
        submissions.accepted(
                lease,
                submissions.intend(
                        lease, submissions.nextPlanned(lease.importId()).orElseThrow(), ScriptedGrid.NOW),
                "job-1");
    }

    @AfterEach
    void close() {
        lease.close();
    }

    /** Polls from the moment the part was sent, and says how much time had to pass. */
    private Duration poll(JobAnswer... answers) throws SQLException {
        grid.jobs.addAll(List.of(answers));
        Instant sent = test.ledger()
                .submissions()
                .inState(lease.importId(), SubmissionState.POLLING)
                .get(0)
                .sentAt();
        SettableClock clock = new SettableClock(sent);
        new Poll(
                        lease,
                        test.ledger().imports(),
                        test.ledger().submissions(),
                        grid,
                        clock,
                        pause -> {
                            clock.sleep(HASTE);
                            stopWithoutJobs();
                        },
                        SETTLE)
                .run();
        return Duration.between(sent, clock.instant());
    }

    /** Nobody reads ended jobs back here; without their end there might be another job. */
    private void stopWithoutJobs() {
        if (test.ledger()
                .submissions()
                .inState(lease.importId(), SubmissionState.POLLING)
                .isEmpty()) {
            lease.askToStop();
        }
    }

    private static JobAnswer says(State state, String status) {
        return new JobAnswer(state, status, 2, 1, 1, 0, List.of());
    }

    private List<String> parts() throws SQLException {
        return test.sql(
                "select state || ' ' || coalesce(job_status, '-') || ' ' || coalesce(note, '-') from submission");
    }

    @Test
    void endedJobKeepsItsCountsAndErrors() throws SQLException {
        poll(
                says(State.RUNNING, "PENDING"),
                says(State.RUNNING, "PROCESSING"),
                new JobAnswer(
                        State.COMPLETED,
                        "COMPLETED",
                        2,
                        2,
                        1,
                        1,
                        List.of(new JobAnswer.RowError("b", "INVALID_INPUT", "no such bank"))));

        assertThat(parts()).containsExactly("JOB_ENDED COMPLETED -");
        assertThat(test.sql("select job_successful || ' ' || job_failed from submission"))
                .containsExactly("1 1");
        assertThat(test.sql("select correlation || ' ' || code || ' ' || message from job_error"))
                .containsExactly("b INVALID_INPUT no such bank");
    }

    @Test
    void failedJobEndsToo() throws SQLException {
        poll(says(State.FAILED, "FAILED"));

        assertThat(parts()).containsExactly("JOB_ENDED FAILED -");
    }

    @Test
    void unknownStatusIsAskedAgain() throws SQLException {
        poll(says(State.UNKNOWN, "RESTING"), says(State.COMPLETED, "COMPLETED"));

        assertThat(parts()).containsExactly("JOB_ENDED COMPLETED -");
    }

    @Test
    void jobThatNeverEndsIsInDoubtAfterTheDeadline() throws SQLException {
        Duration waited = poll(says(State.RUNNING, "PROCESSING"));

        assertThat(parts()).containsExactly("DISCOVER - Grid's job job-1 did not end within PT6H: PROCESSING");
        assertThat(waited).isBetween(Duration.ofHours(6), Duration.ofHours(6).plusMinutes(2));
    }

    @Test
    void jobThatGridDoesNotKnowIsInDoubtAfterTheTimeToSettle() throws SQLException {
        Duration waited = poll(new JobAnswer(State.NOT_FOUND, "404", -1, -1, -1, -1, List.of()));

        assertThat(parts()).containsExactly("DISCOVER - Grid's job job-1 did not end within PT10M: not known to Grid");
        assertThat(waited).isBetween(SETTLE, SETTLE.plusMinutes(2));
    }
}
