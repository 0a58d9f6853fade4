package dev.gridload.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.Results;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.StagedRow;
import dev.gridload.testing.TestLedger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class RowResultsIT {

    private final TestLedger test = new TestLedger();
    private final Results results = test.ledger().results();

    private Lease waiting(int rows) {
        Lease lease = test.taken("pages of " + rows, rows);
        String[] ids = IntStream.rangeClosed(1, rows).mapToObj(no -> "c" + no).toArray(String[]::new);
        test.stage(lease, TestLedger.staged(1, ids).toArray(StagedRow[]::new));
        return lease;
    }

    @Test
    void rowsOfSeveralPagesComeInTheirOrderEachWithItsEnd() {
        int rows = 2 * Results.PAGE;
        try (Lease lease = waiting(rows)) {
            test.settleNext(
                    lease,
                    Instant.now(),
                    new Outcome(1, RowState.CREATED, "Customer:1", null, null),
                    new Outcome(2, RowState.FAILED, null, "REFUSED", "no"));
            results.measure(lease.importId());
            try (RowResults inOrder = new RowResults(results, lease.importId())) {
                assertThat(inOrder.of(1).gridCustomerId()).isEqualTo("Customer:1");
                assertThat(inOrder.of(2).code()).isEqualTo("REFUSED");
                for (long row = 3; row <= rows; row++) {
                    assertThat(inOrder.of(row).recordNo()).isEqualTo(row);
                }
                assertThatThrownBy(() -> inOrder.of(rows + 1))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("row " + (rows + 1) + " of import");
            }
        }
    }

    @Test
    void whatGoesWrongWhileRowsAreFetchedIsToldToWhoeverWaitsForThem() throws SQLException {
        try (Lease lease = waiting(1)) {
            test.sql("alter table customer_update rename to mislaid");
            try (RowResults inOrder = new RowResults(results, lease.importId())) {
                assertThatThrownBy(() -> inOrder.of(1)).isInstanceOf(DataAccessException.class);
            } finally {
                test.sql("alter table mislaid rename to customer_update");
            }
        }
    }
}
