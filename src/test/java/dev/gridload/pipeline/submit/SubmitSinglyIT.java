package dev.gridload.pipeline.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.RowKeys;
import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.StagedRow;
import dev.gridload.ledger.Submission;
import dev.gridload.pipeline.Obstacles;
import dev.gridload.testing.ScriptedGrid;
import dev.gridload.testing.SettableClock;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubmitSinglyIT {

    private final TestLedger test = new TestLedger();
    private final ScriptedGrid grid = new ScriptedGrid();
    private Lease lease;

    @BeforeEach
    void stage() {
        lease = test.taken("f", 3);
        test.stage(lease, row(1, true, "{1}"), row(2, false, "c2,INDIVIDUAL"), row(3, true, "{3}"));
    }

    @AfterEach
    void close() {
        lease.close();
    }

    private static StagedRow row(long no, boolean direct, String text) {
        return new StagedRow(
                no, no + 1, RowState.STAGED, "c" + no, new RowKeys(no, 0, 0, no), null, null, direct, text);
    }

    private void submit(SubmitAnswer... answers) {
        grid.answers.addAll(List.of(answers));
        new SubmitSingly(
                        lease,
                        test.ledger().submissions(),
                        grid,
                        new SettableClock(ScriptedGrid.NOW),
                        new CallPool(1),
                        new BulkCsv(Set.of()),
                        new Submit(
                                lease,
                                test.ledger().submissions(),
                                grid,
                                new SettableClock(ScriptedGrid.NOW),
                                "header",
                                4,
                                obstacles()),
                        obstacles())
                .sendPlanned();
    }

    private Obstacles obstacles() {
        return new Obstacles(lease, test.ledger().imports(), new SettableClock(ScriptedGrid.NOW), () -> false);
    }

    private List<String> calls() throws SQLException {
        return test.sql(
                "select route || ' ' || first_record || '-' || last_record || ' ' || rows || ' ' || state || ' ' || attempt "
                        + "from submission order by no");
    }

    @Test
    void rowsOfTheirOwnAreInNoUpload() throws SQLException {
        assertThat(calls()).containsExactly("BULK 2-2 1 PLANNED 0", "DIRECT 1-1 1 PLANNED 0", "DIRECT 3-3 1 PLANNED 0");
    }

    @Test
    void createdCustomersAreStillReadBack() throws SQLException {
        submit(new SubmitAnswer.Created("Customer:1"), new SubmitAnswer.Created("Customer:3"));

        assertThat(grid.uploads).containsExactly("{1}", "{3}");
        assertThat(calls())
                .containsExactly("BULK 2-2 1 PLANNED 0", "DIRECT 1-1 1 JOB_ENDED 1", "DIRECT 3-3 1 JOB_ENDED 1");
    }

    @Test
    void refusalKeepsTheColumnsThatGridNamed() throws SQLException {
        submit(
                new SubmitAnswer.Refused("INVALID_INPUT", "no", "birthDate; iban"),
                new SubmitAnswer.Unknown("Grid answered 503", 503));

        assertThat(test.sql("select record_no || ' ' || code || ' ' || column_name || ' ' || message from outcome"))
                .containsExactly("1 INVALID_INPUT birthDate; iban no");
        assertThat(calls())
                .containsExactly("BULK 2-2 1 PLANNED 0", "DIRECT 1-1 1 SETTLED 1", "DIRECT 3-3 1 DISCOVER 1");
    }

    @Test
    void whatGridPutOffWaitsForTheNextRound() throws SQLException {
        submit(new SubmitAnswer.Later(Duration.ofSeconds(3)), new SubmitAnswer.Created("Customer:3"));

        assertThat(calls())
                .containsExactly("BULK 2-2 1 PLANNED 0", "DIRECT 1-1 1 PLANNED 1", "DIRECT 3-3 1 JOB_ENDED 1");
    }

    @Test
    void refusedCredentialsEndTheRoundAndFailNobody() throws SQLException {
        submit(new SubmitAnswer.Unauthorized("401 UNAUTHORIZED"));

        assertThat(grid.uploads).hasSize(1);
        assertThat(test.sql("select pause_code from import")).containsExactly("UNAUTHORIZED");
        assertThat(test.sql("select record_no from outcome")).isEmpty();
    }

    @Test
    void whatADeadProcessWasSendingIsInDoubtAndNotSentAgain() throws SQLException {
        Submission planned = test.ledger()
                .submissions()
                .plannedSingly(lease.importId(), 0, 1)
                .get(0)
                .submission();
        test.ledger().submissions().intend(lease, planned, ScriptedGrid.NOW);
        lease.close();
        lease = test.ledger().leases().acquire(lease.importId());
        test.ledger().submissions().doubtWhatADeadOwnerSent(lease);

        submit(new SubmitAnswer.Created("Customer:3"));

        assertThat(grid.uploads).containsExactly("{3}");
        assertThat(calls())
                .containsExactly("BULK 2-2 1 PLANNED 0", "DIRECT 1-1 1 DISCOVER 1", "DIRECT 3-3 1 JOB_ENDED 1");
    }
}
