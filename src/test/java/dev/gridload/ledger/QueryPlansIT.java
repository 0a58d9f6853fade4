package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.testing.TestLedger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that a list does not have are found by a join. By a list that does not fit in memory, PostgreSQL would go through all of it
 * again for each row: of 300,000 rows and as many in the list, for an hour.
 */
class QueryPlansIT {

    private final TestLedger test = new TestLedger();

    @Test
    void progressOfAnImportGoesThroughNoListForEachRow() {
        assertThat(plan(Results.PROGRESS))
                .anyMatch(step -> step.contains("Anti Join"))
                .noneMatch(step -> step.contains("SubPlan"));
    }

    @Test
    void whatAnUndoWouldDeleteGoesThroughNoListForEachRow() {
        assertThat(plan(Deletions.SCOPE))
                .anyMatch(step -> step.contains("Anti Join"))
                .noneMatch(step -> step.contains("SubPlan"));
    }

    private List<String> plan(String query) {
        return JdbcClient.create(test.ledger().dataSource())
                .sql("explain (costs off) " + query)
                .param("id", 1)
                .query(String.class)
                .list();
    }
}
