package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmissionsIT {

    private static final Instant FLOOR = Instant.parse("2026-03-01T10:00:00Z");

    private final TestLedger test = new TestLedger();
    private final Submissions submissions = test.ledger().submissions();
    private Lease lease;
    private Submission planned;

    @BeforeEach
    void stage() {
        lease = test.waiting(2, "a", "b");
        planned = submissions.nextPlanned(lease.importId()).orElseThrow();
    }

    @AfterEach
    void close() {
        lease.close();
    }

    private static Outcome created(long no) {
        return new Outcome(no, RowState.CREATED, "Customer:" + no, null, null);
    }

    @Test
    void refusedMoveNamesBothStates() {
        assertThatThrownBy(() -> submissions.accepted(lease, planned, "job-1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("submission 1 of import " + lease.importId() + " is PLANNED and cannot become POLLING");
    }

    @Test
    void moveFromAStateThatIsNoMoreChangesNothing() throws SQLException {
        Submission inFlight = submissions.intend(lease, planned, FLOOR);
        submissions.accepted(lease, inFlight, "job-1");

        assertThatThrownBy(() -> submissions.inDoubt(lease, inFlight, "lost"))
                .hasMessage("submission 1 of import " + lease.importId()
                        + " was expected to be IN_FLIGHT and is not; it did not become DISCOVER");
        assertThat(test.sql("select state || ' ' || job_id from submission")).containsExactly("POLLING job-1");
    }

    @Test
    void secondIntentKeepsTheFirstFloor() {
        Submission first = submissions.intend(lease, planned, FLOOR);
        submissions.notProcessed(lease, first, "429");
        Submission again = submissions.intend(
                lease, submissions.nextPlanned(lease.importId()).orElseThrow(), FLOOR.plusSeconds(60));

        assertThat(again.createdFloor()).isEqualTo(FLOOR);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.note()).isNull();
    }

    @Test
    void ownerWhoLostTheLeaseChangesNothing() throws SQLException {
        Submission inFlight = submissions.intend(lease, planned, FLOOR);
        test.sql("update lease set heartbeat_at = now() - interval '31 seconds'");
        try (Lease other = test.ledger().leases().acquire(lease.importId())) {
            assertThatThrownBy(() -> submissions.accepted(lease, inFlight, "job-1"))
                    .isInstanceOf(LeaseLost.class)
                    .hasMessage("import " + lease.importId() + " was taken over by another process (ours was epoch "
                            + lease.epoch() + "); this one stops without changing anything");
            assertThat(test.sql("select state || ' ' || coalesce(job_id, '-') from submission"))
                    .containsExactly("IN_FLIGHT -");

            submissions.inDoubt(other, inFlight, "the other one was sending");
            assertThat(test.sql("select state || ' ' || epoch from submission"))
                    .containsExactly("DISCOVER " + other.epoch());
        }
    }

    @Test
    void settledRowsCountInTheProgress() {
        submissions.settle(
                lease,
                submissions.intend(lease, planned, FLOOR),
                List.of(created(1), new Outcome(2, RowState.NEEDS_OPERATOR, null, "NOT_LISTED", "why")));

        Progress progress = test.ledger().results().progress(lease.importId());
        assertThat(progress.created()).isEqualTo(1);
        assertThat(progress.needsOperator()).isEqualTo(1);
        assertThat(progress.unprocessed()).isZero();
    }

    @Test
    void outcomeNeverChangesWhoeverAsks() throws SQLException {
        submissions.settle(lease, submissions.intend(lease, planned, FLOOR), List.of(created(1), created(2)));

        assertThatThrownBy(() -> test.sql("update outcome set state = 'FAILED' where record_no = 2"))
                .hasMessageContaining("row 2 of import " + lease.importId() + " is CREATED and stays so");
        assertThat(test.sql("select distinct state from outcome")).containsExactly("CREATED");
    }

    @Test
    void decisionOfAnOperatorIsStillPossible() throws SQLException {
        submissions.settle(
                lease,
                submissions.intend(lease, planned, FLOOR),
                List.of(created(1), new Outcome(2, RowState.NEEDS_OPERATOR, null, "NOT_LISTED", "why")));

        test.sql("update outcome set state = 'FAILED' where record_no = 2");

        assertThat(test.sql("select state from outcome where record_no = 2")).containsExactly("FAILED");
    }

    @Test
    void rowHasOneOutcomeOnly() throws SQLException {
        Submission inFlight = submissions.intend(lease, planned, FLOOR);

        assertThatThrownBy(() -> submissions.settle(lease, inFlight, List.of(created(1), created(1))))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        assertThat(test.sql("select state from submission")).containsExactly("IN_FLIGHT");
        assertThat(test.sql("select record_no from outcome")).isEmpty();
    }
}
