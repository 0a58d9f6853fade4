package dev.gridload.pipeline.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.customer.RowKeys;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.CustomerData;
import dev.gridload.grid.GridCustomer;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Answer;
import dev.gridload.ledger.CustomerUpdate;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.LeaseLost;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.StagedRow;
import dev.gridload.ledger.Updates;
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

/** What each answer makes of the change of a customer, and what is left of it when its owner dies at any point. */
class UpdateIT {

    private static final String BEFORE = known("Ada Quill", "");
    private static final String AFTER = known("Ada Finch", "");
    private static final String CALL = "Customer:1 {\"customerType\":\"INDIVIDUAL\",\"fullName\":\"Ada Finch\"}";

    private final TestLedger test = new TestLedger();
    private final Updates updates = test.ledger().updates();
    private final ScriptedGrid grid = new ScriptedGrid();
    private Lease lease;

    private static String known(String name, String more) {
        return "{\"id\":\"Customer:1\",\"customerType\":\"INDIVIDUAL\",\"fullName\":\"" + name + "\"" + more + "}";
    }

    @BeforeEach
    void stage() {
        lease = test.taken("f", 1);
        test.ledger().imports().updateExisting(lease);
        test.stage(
                lease,
                new StagedRow(
                        1,
                        2,
                        RowState.STAGED,
                        "c1",
                        new RowKeys(1, 0, 2, 1),
                        null,
                        null,
                        false,
                        "c1,INDIVIDUAL,Ada Finch"));
    }

    @AfterEach
    void close() {
        lease.close();
    }

    private void customer(RowState end) {
        String gridId = end == RowState.NEEDS_OPERATOR ? null : "Customer:1";
        test.settleNext(lease, ScriptedGrid.NOW, new Outcome(1, end, gridId, null, null));
    }

    private void update(SubmitAnswer... answers) {
        grid.answers.addAll(List.of(answers));
        SettableClock clock = new SettableClock(ScriptedGrid.NOW);
        new Update(
                        lease,
                        test.ledger().submissions(),
                        updates,
                        grid,
                        clock,
                        new CallPool(1),
                        "platformCustomerId,customerType,fullName",
                        new Obstacles(lease, test.ledger().imports(), clock, () -> false))
                .run();
    }

    private List<String> told() throws SQLException {
        return test.sql("select state || ' ' || attempt || ' ' || coalesce(changed_columns, '-') || ' ' "
                + "|| coalesce(code, '-') || ' ' || coalesce(column_name, '-') from customer_update");
    }

    private void die() {
        lease.close();
        lease = test.ledger().leases().acquire(lease.importId());
    }

    private Progress progress() {
        return test.ledger().results().progress(lease.importId());
    }

    @Test
    void customerThatThisImportCreatedIsNotChanged() throws SQLException {
        customer(RowState.CREATED);
        update();

        assertThat(told()).isEmpty();
        assertThat(progress().created()).isEqualTo(1);
    }

    @Test
    void customerThatWasThereIsChangedToWhatItsRowSays() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        assertThat(progress().existed()).as("the row is not at its end").isZero();
        assertThat(progress().unprocessed()).isEqualTo(1);
        grid.customers.add(BEFORE);

        update(new SubmitAnswer.Changed());

        assertThat(grid.changes).containsExactly(CALL);
        assertThat(told()).containsExactly("UPDATED 1 fullName - -");
        assertThat(progress().existed()).isEqualTo(1);
        assertThat(progress().unprocessed()).isZero();
    }

    @Test
    void customerThatHasAllOfItIsLeftAlone() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add(AFTER);
        update();

        assertThat(grid.changes).isEmpty();
        assertThat(told()).containsExactly("UNCHANGED 0 - - -");
        assertThat(progress().existed()).isEqualTo(1);
    }

    @Test
    void whatGridNeverChangesFailsTheRowAndNothingIsSent() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add("{\"id\":\"Customer:1\",\"customerType\":\"BUSINESS\",\"fullName\":\"Ada Quill\"}");
        update();

        assertThat(grid.changes).isEmpty();
        assertThat(told()).containsExactly("FAILED 0 - IMMUTABLE customerType");
        assertThat(test.sql("select message from customer_update"))
                .containsExactly(
                        "Grid has this customer with another customerType, which it never changes; nothing of the "
                                + "row was changed");
        assertThat(progress().failed()).isEqualTo(1);
        assertThat(progress().existed()).isZero();
        assertThat(test.ledger().retries().left(lease.importId(), null)).containsExactly(1L);
    }

    @Test
    void refusedChangeFailsItsRowWithGridsReason() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add(BEFORE);
        update(new SubmitAnswer.Refused("INVALID_INPUT", "fullName is too long", "fullName"));

        assertThat(told()).containsExactly("FAILED 1 fullName INVALID_INPUT fullName");
        assertThat(progress().failed()).isEqualTo(1);
    }

    @Test
    void customerThatIsGoneFailsItsRow() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add("");
        update();

        assertThat(told()).containsExactly("FAILED 0 - CUSTOMER_NOT_FOUND platformCustomerId");
    }

    @Test
    void lostAnswerIsFoundOutByLookingAndNotSentAgain() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.addAll(List.of(BEFORE, AFTER));
        update(new SubmitAnswer.Unknown("the connection broke", null));

        assertThat(grid.changes).hasSize(1);
        assertThat(told()).containsExactly("UPDATED 1 fullName - -");
    }

    @Test
    void whatNeverArrivedIsSentAgain() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add(BEFORE);
        update(new SubmitAnswer.Unknown("the connection broke", null), new SubmitAnswer.Changed());

        assertThat(grid.changes).containsExactly(CALL, CALL);
        assertThat(told()).containsExactly("UPDATED 2 fullName - -");
    }

    @Test
    void changeThatGridNeverCarriesOutFailsAfterFiveTries() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add(BEFORE);
        SubmitAnswer lost = new SubmitAnswer.Unknown("Grid answered 503", 503);
        update(lost, lost, lost, lost, lost);

        assertThat(grid.changes).hasSize(5);
        assertThat(told()).containsExactly("FAILED 5 fullName NOT_CHANGED fullName");
    }

    @Test
    void eMailAddressAndPhoneNumberAreToldTogetherThoughTheyTravelApart() throws SQLException {
        test.sql("update import_row set direct = true, text = '{\"customerType\":\"INDIVIDUAL\","
                + "\"email\":\"ada@example.com\",\"phoneNumber\":\"+14155550101\"}'");
        test.sql("update submission set route = 'BULK'");
        customer(RowState.ALREADY_EXISTED);
        grid.customers.addAll(List.of(BEFORE, known("Ada Quill", ",\"email\":\"ada@example.com\"")));
        update(new SubmitAnswer.Changed(), new SubmitAnswer.Changed());

        assertThat(grid.changes)
                .containsExactly(
                        "Customer:1 {\"customerType\":\"INDIVIDUAL\",\"email\":\"ada@example.com\"}",
                        "Customer:1 {\"customerType\":\"INDIVIDUAL\",\"phoneNumber\":\"+14155550101\"}");
        assertThat(told()).containsExactly("UPDATED 2 email; phoneNumber - -");
    }

    @Test
    void changeThatGridPutOffIsSentAgainAndCountsOnce() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add(BEFORE);
        update(new SubmitAnswer.Later(Duration.ofSeconds(7)), new SubmitAnswer.Changed());

        assertThat(grid.changes).hasSize(2);
        assertThat(told()).containsExactly("UPDATED 1 fullName - -");
    }

    @Test
    void refusedCredentialsPauseTheImportAndFailNobody() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.customers.add(BEFORE);
        update(new SubmitAnswer.Unauthorized("401 UNAUTHORIZED"));

        assertThat(told()).containsExactly("PLANNED 0 - - -");
        assertThat(test.sql("select pause_code from import")).containsExactly("UNAUTHORIZED");
    }

    @Test
    void ownerThatDiedBeforeItsCallLeftNothingBehind() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        updates.intend(lease, updates.open(lease.importId(), 0, 1).get(0), "fullName");
        die();
        assertThat(told()).containsExactly("SENT 1 fullName - -");
        assertThat(progress().inDoubt()).isEqualTo(1);
        grid.customers.add(BEFORE);

        update(new SubmitAnswer.Changed());

        assertThat(grid.changes).containsExactly(CALL);
        assertThat(told()).containsExactly("UPDATED 2 fullName - -");
    }

    @Test
    void ownerThatDiedAfterItsCallHasChangedTheCustomer() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        updates.intend(lease, updates.open(lease.importId(), 0, 1).get(0), "fullName");
        grid.customers.add(AFTER);
        die();
        update();

        assertThat(grid.changes).isEmpty();
        assertThat(told()).containsExactly("UPDATED 1 fullName - -");
    }

    @Test
    void ownerThatDiedAfterTheOutcomeNeedsNothing() throws SQLException {
        customerThatWasThereIsChangedToWhatItsRowSays();
        die();
        update();

        assertThat(grid.changes).hasSize(1);
    }

    @Test
    void ownerWhoLostTheLeaseChangesNothing() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        CustomerUpdate planned = updates.open(lease.importId(), 0, 1).get(0);
        test.sql("update lease set heartbeat_at = now() - interval '31 seconds'");
        try (Lease other = test.ledger().leases().acquire(lease.importId())) {
            assertThatThrownBy(() -> updates.intend(lease, planned, "fullName")).isInstanceOf(LeaseLost.class);
            assertThat(told()).containsExactly("PLANNED 0 - - -");
            assertThat(updates.intend(other, planned, "fullName").attempt()).isEqualTo(1);
        }
    }

    @Test
    void endedChangeStaysSoWhoeverAsks() throws SQLException {
        customerThatWasThereIsChangedToWhatItsRowSays();

        assertThatThrownBy(() -> test.sql("update customer_update set state = 'FAILED'"))
                .hasMessageContaining("the update of row 1 of import " + lease.importId() + " is UPDATED and stays so");
    }

    @Test
    void customerThatAPersonSaidToExistIsLookedUpAndChanged() throws SQLException {
        customer(RowState.NEEDS_OPERATOR);
        test.ledger().imports().finish(lease);
        test.ledger().decisions().answer(lease, List.of(1L), Answer.EXISTED, null, "somebody");
        assertThat(test.sql("select state from import")).containsExactly("DELIVERING");
        grid.hidden.add(new GridCustomer("Customer:7", "c1", ScriptedGrid.NOW, CustomerData.NONE));
        grid.customers.add(BEFORE);

        update(new SubmitAnswer.Changed());

        assertThat(grid.changes).containsExactly(CALL.replace("Customer:1", "Customer:7"));
        assertThat(told()).containsExactly("UPDATED 1 fullName - -");
    }

    @Test
    void stoppedImportSendsNothing() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        lease.askToStop();
        update();

        assertThat(grid.changes).isEmpty();
        assertThat(told()).containsExactly("PLANNED 0 - - -");
    }
}
