package dev.gridload.pipeline.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.pipeline.Obstacles;
import dev.gridload.testing.ScriptedGrid;
import dev.gridload.testing.SettableClock;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmitIT {

    private final TestLedger test = new TestLedger();
    private final ScriptedGrid grid = new ScriptedGrid();
    private Lease lease;

    @BeforeEach
    void stage() {
        lease = test.waiting(2, "a", "b");
    }

    @AfterEach
    void close() {
        lease.close();
    }

    private void submit(SubmitAnswer... answers) {
        grid.answers.addAll(List.of(answers));
        new Submit(
                        lease,
                        test.ledger().submissions(),
                        grid,
                        new SettableClock(ScriptedGrid.NOW),
                        "platformCustomerId,customerType",
                        4,
                        new Obstacles(lease, test.ledger().imports(), new SettableClock(ScriptedGrid.NOW), () -> false))
                .sendPlanned();
    }

    private List<String> parts() throws SQLException {
        return test.sql("select state || ' ' || attempt || ' ' || coalesce(job_id, '-') || ' ' || coalesce(note, '-') "
                + "from submission order by no");
    }

    private List<String> outcomes() throws SQLException {
        return test.sql("select record_no || ' ' || state || ' ' || code || ': ' || message from outcome order by 1");
    }

    private List<String> pause() throws SQLException {
        return test.sql("select pause_code || ': ' || pause_message from import where pause_code is not null");
    }

    @Test
    void acceptedPartIsPolled() throws SQLException {
        submit(new SubmitAnswer.Accepted("job-1"));

        assertThat(grid.uploads).containsExactly("platformCustomerId,customerType\na,INDIVIDUAL\nb,INDIVIDUAL\n");
        assertThat(parts()).containsExactly("POLLING 1 job-1 -");
        assertThat(test.sql("select created_floor at time zone 'UTC' from submission"))
                .containsExactly("2026-03-01 10:00:00");
    }

    @Test
    void callsForSingleCustomersTakeNoRoomFromUploads() throws SQLException {
        test.sql("""
                insert into submission (import_id, no, route, first_record, last_record, rows, bytes, state)
                select import_id, 1000 + single, 'DIRECT', 2, 2, 1, 0, case when single <= 16 then 'IN_FLIGHT' else 'JOB_ENDED' end
                  from submission, generate_series(1, 100) single returning no""");

        submit(new SubmitAnswer.Accepted("job-1"));

        assertThat(test.sql("select state from submission where route = 'BULK'"))
                .containsExactly("POLLING");
    }

    @Test
    void refusedPartFailsItsRowsWithGridsWords() throws SQLException {
        submit(new SubmitAnswer.Refused("INVALID_INPUT", "The file has no rows"));

        assertThat(parts()).containsExactly("SETTLED 1 - -");
        assertThat(outcomes())
                .containsExactly(
                        "1 FAILED INVALID_INPUT: The file has no rows", "2 FAILED INVALID_INPUT: The file has no rows");
        assertThat(pause()).isEmpty();
    }

    @Test
    void partThatGridPutOffIsSentAgain() throws SQLException {
        submit(new SubmitAnswer.Later(Duration.ofSeconds(7)), new SubmitAnswer.Accepted("job-2"));

        assertThat(grid.uploads).hasSize(2);
        assertThat(parts()).containsExactly("POLLING 2 job-2 -");
    }

    @Test
    void refusedCredentialsPauseTheImportAndFailNobody() throws SQLException {
        submit(new SubmitAnswer.Unauthorized("401 UNAUTHORIZED"));

        assertThat(parts()).containsExactly("PLANNED 1 - 401 UNAUTHORIZED");
        assertThat(outcomes()).isEmpty();
        assertThat(pause())
                .containsExactly(
                        "UNAUTHORIZED: Grid refused the credentials (401 UNAUTHORIZED); check GRID_CLIENT_ID and "
                                + "GRID_CLIENT_SECRET");
    }

    @Test
    void refusedUploadAsSuchPausesTheImport() throws SQLException {
        submit(new SubmitAnswer.Blocked("413"));

        assertThat(parts()).containsExactly("PLANNED 1 - 413");
        assertThat(pause()).containsExactly("BLOCKED: Grid did not take the upload (413)");
    }

    @Test
    void unreachedGridPausesTheImport() throws SQLException {
        submit(new SubmitAnswer.NotSent("Grid cannot be reached: the connection was refused"));

        assertThat(parts()).containsExactly("PLANNED 1 - Grid cannot be reached: the connection was refused");
        assertThat(pause()).containsExactly("UNREACHABLE: Grid cannot be reached: the connection was refused");
    }

    @Test
    void unknownAnswerLeavesThePartInDoubtAndIsNotSentAgain() throws SQLException {
        submit(new SubmitAnswer.Unknown("Grid answered 503", 503));

        assertThat(grid.uploads).hasSize(1);
        assertThat(parts()).containsExactly("DISCOVER 1 - Grid answered 503");
        assertThat(pause()).isEmpty();
    }

    @Test
    void partThatADeadProcessWasSendingIsInDoubt() throws SQLException {
        Submission planned =
                test.ledger().submissions().nextPlanned(lease.importId()).orElseThrow();
        test.ledger().submissions().intend(lease, planned, ScriptedGrid.NOW);
        lease.close();
        lease = test.ledger().leases().acquire(lease.importId());

        test.ledger().submissions().doubtWhatADeadOwnerSent(lease);
        submit();

        assertThat(grid.uploads).isEmpty();
        assertThat(parts()).containsExactly("DISCOVER 1 - the process that sent it ended before it knew the answer");
    }

    @Test
    void stoppedImportSendsNothing() {
        lease.askToStop();

        submit();

        assertThat(grid.uploads).isEmpty();
        assertThat(test.ledger().submissions().count(lease.importId(), SubmissionState.PLANNED))
                .isEqualTo(1);
    }
}
