package dev.gridload.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.grid.CallPool;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Deletion;
import dev.gridload.ledger.Deletions;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.LeaseLost;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.Submissions;
import dev.gridload.testing.ScriptedGrid;
import dev.gridload.testing.SettableClock;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each answer makes of a deletion, and what is left of it when its owner dies at any point. */
class DeletingIT {

    private final TestLedger test = new TestLedger();
    private final Deletions deletions = test.ledger().deletions();
    private final ScriptedGrid grid = new ScriptedGrid();
    private Lease lease;

    /** An import that created one customer and found another. */
    @BeforeEach
    void importTwo() {
        lease = test.waiting(10, "c1", "c2");
        Submissions submissions = test.ledger().submissions();
        Submission planned = submissions.nextPlanned(lease.importId()).orElseThrow();
        submissions.settle(
                lease,
                submissions.intend(lease, planned, ScriptedGrid.NOW),
                List.of(
                        new Outcome(1, RowState.CREATED, "Customer:1", null, null),
                        new Outcome(2, RowState.ALREADY_EXISTED, "Customer:2", null, null)));
        test.ledger().imports().finish(lease);
        deletions.begin(lease);
    }

    @AfterEach
    void close() {
        lease.close();
    }

    private @Nullable String delete(SubmitAnswer... answers) {
        grid.answers.addAll(List.of(answers));
        String stopped =
                new Deleting(lease, deletions, grid, new SettableClock(ScriptedGrid.NOW), new CallPool(1)).run();
        deletions.end(lease);
        return stopped;
    }

    private List<String> told() throws SQLException {
        return test.sql("select d.state || ' ' || attempt || ' ' || coalesce(code, '-') || ' ' || i.state "
                + "from deletion d join import i on i.id = d.import_id");
    }

    private Deletion open() {
        return deletions.open(lease.importId(), false, 0, 1).get(0);
    }

    private void die() {
        lease.close();
        lease = test.ledger().leases().acquire(lease.importId());
        deletions.begin(lease);
    }

    @Test
    void onlyWhatTheImportCreatedIsDeleted() throws SQLException {
        assertThat(delete(new SubmitAnswer.Deleted())).isNull();

        assertThat(grid.deletions).containsExactly("Customer:1");
        assertThat(told()).containsExactly("DELETED 1 - UNDONE");
    }

    @Test
    void whatIsGoneNeedsNoDeleting() throws SQLException {
        delete(new SubmitAnswer.Gone());

        assertThat(told()).containsExactly("GONE 1 - UNDONE");
    }

    @Test
    void lostAnswerIsSentAgainAndWhatIsGoneThenWasOurDoing() throws SQLException {
        delete(new SubmitAnswer.Unknown("the connection broke", null), new SubmitAnswer.Gone());

        assertThat(told()).containsExactly("DELETED 2 - UNDONE");
    }

    @Test
    void answerLostAgainAndAgainIsTold() throws SQLException {
        SubmitAnswer lost = new SubmitAnswer.Unknown("Grid answered 503", 503);
        delete(lost, lost, lost, lost, lost);

        assertThat(told()).containsExactly("FAILED 5 IN_DOUBT UNDONE");
    }

    @Test
    void refusedDeletionIsTriedAgainByTheNextUndo() throws SQLException {
        delete(new SubmitAnswer.Refused("HAS_BALANCE", "why"));
        assertThat(told()).containsExactly("FAILED 1 HAS_BALANCE UNDONE");
        lease.close();
        lease = test.ledger().leases().acquire(lease.importId());
        deletions.begin(lease);

        delete(new SubmitAnswer.Deleted());

        assertThat(told()).containsExactly("DELETED 1 - UNDONE");
    }

    @Test
    void refusedCredentialsEndItWithNothingDone() throws SQLException {
        assertThat(delete(new SubmitAnswer.Unauthorized("401 UNAUTHORIZED")))
                .isEqualTo(
                        "Grid refused the credentials (401 UNAUTHORIZED); check GRID_CLIENT_ID and GRID_CLIENT_SECRET");

        assertThat(told()).containsExactly("PLANNED 0 - UNDOING");
    }

    @Test
    void ownerThatDiedBeforeItsCallLeftNothingBehind() throws SQLException {
        deletions.intend(lease, open());
        die();
        assertThat(told()).containsExactly("SENT 1 - UNDOING");

        delete(new SubmitAnswer.Deleted());

        assertThat(told()).containsExactly("DELETED 2 - UNDONE");
    }

    @Test
    void ownerThatDiedAfterItsCallHasDeletedTheCustomer() throws SQLException {
        deletions.intend(lease, open());
        die();

        delete(new SubmitAnswer.Gone());

        assertThat(told()).containsExactly("DELETED 2 - UNDONE");
    }

    @Test
    void ownerThatDiedAfterTheOutcomeNeedsNothing() throws SQLException {
        Deletion sent = deletions.intend(lease, open());
        deletions.deleted(lease, sent);
        die();

        delete();

        assertThat(grid.deletions).isEmpty();
        assertThat(told()).containsExactly("DELETED 1 - UNDONE");
    }

    @Test
    void ownerWhoLostTheLeaseDeletesNothing() throws SQLException {
        Deletion planned = open();
        test.sql("update lease set heartbeat_at = now() - interval '31 seconds'");
        try (Lease other = test.ledger().leases().acquire(lease.importId())) {
            assertThatThrownBy(() -> deletions.intend(lease, planned)).isInstanceOf(LeaseLost.class);
            assertThat(told()).containsExactly("PLANNED 0 - UNDOING");
            assertThat(deletions.intend(other, planned).attempt()).isEqualTo(1);
        }
    }

    @Test
    void whatIsDeletedStaysSoWhoeverAsks() {
        delete(new SubmitAnswer.Deleted());

        assertThatThrownBy(() -> test.sql("update deletion set state = 'PLANNED'"))
                .hasMessageContaining(
                        "the deletion of row 1 of import " + lease.importId() + " is DELETED and stays so");
    }

    @Test
    void stoppedUndoDeletesNothing() throws SQLException {
        lease.askToStop();

        assertThat(delete()).isEqualTo("it was asked to stop");
        assertThat(told()).containsExactly("PLANNED 0 - UNDOING");
    }

    @Test
    void importThatIsNotAtItsEndIsNotBegun() throws SQLException {
        test.sql("update import set state = 'DELIVERING'");

        assertThatThrownBy(() -> deletions.begin(lease))
                .hasMessage("import " + lease.importId() + " is not at its end and cannot be undone");
    }
}
