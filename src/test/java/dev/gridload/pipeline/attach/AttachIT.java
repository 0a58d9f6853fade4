package dev.gridload.pipeline.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.customer.RowKeys;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.CustomerData;
import dev.gridload.grid.GridAccount;
import dev.gridload.grid.GridCustomer;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Account;
import dev.gridload.ledger.AccountState;
import dev.gridload.ledger.Accounts;
import dev.gridload.ledger.Answer;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.LeaseLost;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.Progress;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.StagedRow;
import dev.gridload.pipeline.Obstacles;
import dev.gridload.testing.ScriptedGrid;
import dev.gridload.testing.SettableClock;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each answer makes of an account, and what is left of it when its owner dies at any point. */
class AttachIT {

    private static final String REQUEST =
            "{\"currency\":\"KES\",\"accountInfo\":{\"accountType\":\"KES_ACCOUNT\",\"phoneNumber\":\"+254712345678\"}}";
    private static final GridAccount LISTED = new GridAccount(
            "ExternalAccount:1",
            "PENDING",
            "KES",
            Map.of("accountType", "KES_ACCOUNT", "phoneNumber", "+254712345678"));
    private static final GridAccount ANOTHER =
            new GridAccount("ExternalAccount:2", "ACTIVE", "KES", Map.of("phoneNumber", "+254712345679"));

    private final TestLedger test = new TestLedger();
    private final Accounts accounts = test.ledger().accounts();
    private final ScriptedGrid grid = new ScriptedGrid();
    private Lease lease;

    @BeforeEach
    void stage() {
        lease = test.taken("f", 1);
        test.stage(
                lease,
                new StagedRow(
                        1,
                        2,
                        RowState.STAGED,
                        "c1",
                        new RowKeys(1, 0, 2, 1),
                        "KES_ACCOUNT",
                        REQUEST,
                        false,
                        "c1,INDIVIDUAL"));
    }

    @AfterEach
    void close() {
        lease.close();
    }

    /** The customer of the row comes to this end. */
    private void customer(RowState end) {
        boolean inGrid = end == RowState.CREATED || end == RowState.ALREADY_EXISTED;
        test.settleNext(
                lease,
                ScriptedGrid.NOW,
                new Outcome(1, end, inGrid ? "Customer:1" : null, inGrid ? null : "NO", inGrid ? null : "why"));
    }

    private void attach(SubmitAnswer... answers) {
        grid.answers.addAll(List.of(answers));
        step().run();
    }

    private Attach step() {
        SettableClock clock = new SettableClock(ScriptedGrid.NOW);
        return new Attach(
                lease,
                test.ledger().submissions(),
                accounts,
                grid,
                clock,
                clock,
                new CallPool(1),
                "",
                Duration.ofSeconds(20),
                new Obstacles(lease, test.ledger().imports(), clock, () -> false));
    }

    private List<String> account() throws SQLException {
        return test.sql("select state || ' ' || attempt || ' ' || coalesce(grid_account_id, '-') || ' ' "
                + "|| coalesce(status, '-') || ' ' || coalesce(code, '-') from account");
    }

    private Account planned() {
        return accounts.inState(lease.importId(), AccountState.PLANNED, 0, 1).get(0);
    }

    private void die() {
        lease.close();
        lease = test.ledger().leases().acquire(lease.importId());
        accounts.doubtWhatADeadOwnerSent(lease);
    }

    private Progress progress() {
        return test.ledger().results().progress(lease.importId());
    }

    @Test
    void waitsUntilItsCustomerIsInGrid() throws SQLException {
        step().bringForward();

        assertThat(account()).isEmpty();
        assertThat(test.ledger().results().accountCounts(lease.importId()).of(AccountState.WAITING))
                .isEqualTo(1);
        assertThat(grid.accountCalls).isEmpty();
        assertThat(progress().waiting()).isEqualTo(1);
    }

    @Test
    void isCreatedOnceItsCustomerIs() throws SQLException {
        customer(RowState.CREATED);
        assertThat(progress().created()).as("the row is not at its end").isZero();
        assertThat(progress().unprocessed()).isEqualTo(1);

        attach(new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThat(grid.accountCalls).containsExactly("Customer:1 " + REQUEST);
        assertThat(grid.accountLists).as("a customer just made has no accounts").isEmpty();
        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 ACTIVE -");
        assertThat(progress().created()).isEqualTo(1);
        assertThat(progress().unprocessed()).isZero();
    }

    @Test
    void isLeftOutWhenItsCustomerFailed() throws SQLException {
        customer(RowState.FAILED);
        attach();

        assertThat(account()).containsExactly("LEFT_OUT 0 - - -");
        assertThat(progress().failed()).isEqualTo(1);
        assertThat(progress().unprocessed()).isZero();
    }

    @Test
    void accountsOfACustomerThatWasThereAreReadFirst() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.accounts.addAll(List.of(ANOTHER, LISTED));
        attach();

        assertThat(grid.accountCalls).isEmpty();
        assertThat(account()).containsExactly("ALREADY_EXISTED 0 ExternalAccount:1 PENDING -");
        assertThat(progress().existed()).isEqualTo(1);
    }

    @Test
    void customerThatWasThereGetsTheAccountThatItLacks() throws SQLException {
        customer(RowState.ALREADY_EXISTED);
        grid.accounts.add(ANOTHER);
        attach(new SubmitAnswer.Attached("ExternalAccount:1", null));

        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 - -");
    }

    @Test
    void refusedAccountFailsItsRowThoughItsCustomerIsThere() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Refused("INVALID_INPUT", "phoneNumber does not match", "phoneNumber"));

        assertThat(account()).containsExactly("FAILED 1 - - INVALID_INPUT");
        assertThat(test.sql("select column_name || ': ' || message from account"))
                .containsExactly("phoneNumber: phoneNumber does not match");
        assertThat(progress().failed()).isEqualTo(1);
        assertThat(progress().created()).isZero();
        assertThat(test.ledger().retries().left(lease.importId(), null)).containsExactly(1L);
    }

    @Test
    void lostAnswerIsFoundOutByReading() throws SQLException {
        customer(RowState.CREATED);
        grid.accounts.add(LISTED);
        attach(new SubmitAnswer.Unknown("the connection broke", null));

        assertThat(grid.accountCalls).hasSize(1);
        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 PENDING -");
    }

    @Test
    void whatNeverArrivedIsSentAgainWhenTheListHasHadTime() throws SQLException {
        customer(RowState.CREATED);
        attach(
                new SubmitAnswer.Unknown("the connection broke", null),
                new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThat(grid.accountLists).as("asked more than once before").hasSizeGreaterThan(3);
        assertThat(account()).containsExactly("CREATED 2 ExternalAccount:1 ACTIVE -");
    }

    @Test
    void answerLostAgainAndAgainIsForAPerson() throws SQLException {
        customer(RowState.CREATED);
        SubmitAnswer lost = new SubmitAnswer.Unknown("Grid answered 503", 503);
        attach(lost, lost, lost, lost, lost);

        assertThat(account()).containsExactly("NEEDS_OPERATOR 5 - - ACCOUNT_IN_DOUBT");
        assertThat(progress().needsOperator()).isEqualTo(1);
    }

    @Test
    void accountSaidToExistButNotListedIsForAPersonAndNotSentAgain() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Exists("CONFLICT", "409 CONFLICT: External account already exists"));

        assertThat(grid.accountCalls).hasSize(1);
        assertThat(account()).containsExactly("NEEDS_OPERATOR 1 - - ACCOUNT_NOT_LISTED");
        assertThat(test.ledger().decisions().open(lease.importId()))
                .extracting(q -> q.recordNo() + " " + q.message())
                .containsExactly("1 Grid says that it has this account, and does not list it for the customer "
                        + "(Grid answered 409 CONFLICT: External account already exists)");
    }

    @Test
    void decisionToSendAgainSendsTheAccountAndNotTheCustomer() throws SQLException {
        accountSaidToExistButNotListedIsForAPersonAndNotSentAgain();
        test.ledger().imports().finish(lease);

        test.ledger().decisions().answer(lease, List.of(1L), Answer.SENT_AGAIN, null, "somebody");
        assertThat(test.sql("select state from import")).containsExactly("DELIVERING");
        attach(new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 ACTIVE -");
        assertThat(test.sql("select state from outcome")).containsExactly("CREATED");
        assertThat(progress().created()).isEqualTo(1);
    }

    @Test
    void decisionAboutTheCustomerGivesItsAccountItsTurn() throws SQLException {
        customer(RowState.NEEDS_OPERATOR);
        attach();
        assertThat(account()).isEmpty();
        assertThat(test.ledger().results().accountCounts(lease.importId()).of(AccountState.WAITING))
                .isEqualTo(1);
        test.ledger().imports().finish(lease);

        test.ledger().decisions().answer(lease, List.of(1L), Answer.CREATED, null, "somebody");
        grid.hidden.add(new GridCustomer("Customer:7", "c1", ScriptedGrid.NOW, CustomerData.NONE));
        attach(new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThat(grid.accountCalls).containsExactly("Customer:7 " + REQUEST);
        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 ACTIVE -");
    }

    @Test
    void accountThatGridPutOffIsSentAgain() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Later(Duration.ofSeconds(7)), new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThat(grid.accountCalls).hasSize(2);
        assertThat(grid.accountLists).isEmpty();
        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 ACTIVE -");
    }

    @Test
    void refusedCredentialsPauseTheImportAndFailNobody() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Unauthorized("401 UNAUTHORIZED"));

        assertThat(account()).containsExactly("PLANNED 0 - - -");
        assertThat(test.sql("select pause_code from import")).containsExactly("UNAUTHORIZED");
    }

    @Test
    void ownerThatDiedBeforeItsCallLeftNothingBehind() throws SQLException {
        customer(RowState.CREATED);
        accounts.intend(lease, planned());
        die();
        assertThat(account()).containsExactly("DISCOVER 1 - - -");

        attach(new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThat(grid.accountLists).as("Grid was asked first").isNotEmpty();
        assertThat(grid.accountCalls).hasSize(1);
        assertThat(account()).containsExactly("CREATED 2 ExternalAccount:1 ACTIVE -");
    }

    @Test
    void ownerThatDiedAfterItsCallHasCreatedTheAccount() throws SQLException {
        customer(RowState.CREATED);
        accounts.intend(lease, planned());
        grid.accounts.add(LISTED);
        die();
        attach();

        assertThat(grid.accountCalls).isEmpty();
        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 PENDING -");
    }

    @Test
    void ownerThatDiedAfterTheOutcomeNeedsNothing() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));
        die();
        attach();

        assertThat(grid.accountCalls).hasSize(1);
        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 ACTIVE -");
    }

    @Test
    void ownerWhoLostTheLeaseChangesNothing() throws SQLException {
        customer(RowState.CREATED);
        Account planned = planned();
        test.sql("update lease set heartbeat_at = now() - interval '31 seconds'");
        try (Lease other = test.ledger().leases().acquire(lease.importId())) {
            assertThatThrownBy(() -> accounts.intend(lease, planned)).isInstanceOf(LeaseLost.class);
            assertThat(account()).containsExactly("PLANNED 0 - - -");
            assertThat(accounts.intend(other, planned).state()).isEqualTo(AccountState.IN_FLIGHT);
        }
    }

    @Test
    void endedAccountNeverChangesWhoeverAsks() {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Attached("ExternalAccount:1", "ACTIVE"));

        assertThatThrownBy(() -> test.sql("update account set state = 'FAILED'"))
                .hasMessageContaining(
                        "the account of row 1 of import " + lease.importId() + " is CREATED and stays so");
    }

    @Test
    void stoppedImportSendsNothing() throws SQLException {
        customer(RowState.CREATED);
        lease.askToStop();
        attach();

        assertThat(grid.accountCalls).isEmpty();
        assertThat(account()).containsExactly("PLANNED 0 - - -");
    }

    @Test
    void statusIsAskedForUntilGridCallsTheAccountActive() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Attached("ExternalAccount:1", "PENDING"));
        List<Duration> waits = new ArrayList<>();
        grid.accounts.add(LISTED);
        SettableClock clock = new SettableClock(ScriptedGrid.NOW);
        new AwaitActive(
                        lease,
                        accounts,
                        grid,
                        clock,
                        wait -> {
                            clock.sleep(wait);
                            waits.add(wait);
                            if (waits.size() == 10) {
                                grid.accounts.set(
                                        0, new GridAccount("ExternalAccount:1", "ACTIVE", "KES", LISTED.info()));
                            }
                        },
                        new CallPool(1),
                        Duration.ofHours(1))
                .run();

        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 ACTIVE -");
        assertThat(grid.accountLists).hasSizeBetween(2, 10);
    }

    @Test
    void statusIsNotAskedForForEver() throws SQLException {
        customer(RowState.CREATED);
        attach(new SubmitAnswer.Attached("ExternalAccount:1", "PENDING"));
        grid.accounts.add(LISTED);
        SettableClock clock = new SettableClock(ScriptedGrid.NOW);
        new AwaitActive(lease, accounts, grid, clock, clock, new CallPool(1), Duration.ofHours(1)).run();

        assertThat(account()).containsExactly("CREATED 1 ExternalAccount:1 PENDING -");
        assertThat(clock.instant())
                .isBetween(
                        ScriptedGrid.NOW.plus(Duration.ofMinutes(58)), ScriptedGrid.NOW.plus(Duration.ofMinutes(60)));
    }
}
