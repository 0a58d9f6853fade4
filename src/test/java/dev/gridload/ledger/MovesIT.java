package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridload.testing.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovesIT {

    private static final Instant FLOOR = Instant.parse("2026-03-01T10:00:00Z");

    private final TestLedger test = new TestLedger();
    private final Submissions submissions = test.ledger().submissions();
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(3, work -> {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    });
    private Lease lease;

    @BeforeEach
    void stage() {
        lease = test.waiting(1, "a", "b", "c");
    }

    @AfterEach
    void close() {
        pool.shutdownNow();
        lease.close();
    }

    @Test
    void threadsThatWaitedForAnothersCommitShareTheNextOne() throws Exception {
        List<Submission> planned = submissions.inState(lease.importId(), SubmissionState.PLANNED);
        List<Future<Submission>> intents = new ArrayList<>();
        whileTheLeaseIsHeld(() -> {
            for (Submission one : planned) {
                intents.add(pool.submit(() -> submissions.intend(lease, one, FLOOR)));
                awaitWaiting(intents.size());
            }
        });

        for (Future<Submission> intent : intents) {
            assertThat(intent.get(30, TimeUnit.SECONDS).state()).isEqualTo(SubmissionState.IN_FLIGHT);
        }
        assertThat(test.sql("select state from submission")).containsExactly("IN_FLIGHT", "IN_FLIGHT", "IN_FLIGHT");
        assertThat(test.sql("select count(*) || ' in one transaction' from submission group by xmin order by 1"))
                .containsExactly("1 in one transaction", "2 in one transaction");
    }

    @Test
    void moveThatCannotBeMadeTakesThoseOfItsTransactionBackAndSaysWhich() throws Exception {
        List<Submission> planned = submissions.inState(lease.importId(), SubmissionState.PLANNED);
        List<Future<Submission>> intents = new ArrayList<>();
        whileTheLeaseIsHeld(() -> {
            intents.add(pool.submit(() -> submissions.intend(lease, planned.get(0), FLOOR)));
            awaitWaiting(1);
            intents.add(pool.submit(() -> submissions.intend(lease, planned.get(0), FLOOR)));
            awaitWaiting(2);
            intents.add(pool.submit(() -> submissions.intend(lease, planned.get(1), FLOOR)));
            awaitWaiting(3);
        });

        assertThat(intents.get(0).get(30, TimeUnit.SECONDS).attempt()).isEqualTo(1);
        for (Future<Submission> failed : intents.subList(1, 3)) {
            assertThatThrownBy(() -> failed.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("submission 1 of import " + lease.importId()
                            + " was expected to be PLANNED and is not; it did not become IN_FLIGHT");
        }
        assertThat(test.sql("select no || ' ' || state from submission order by no"))
                .containsExactly("1 IN_FLIGHT", "2 PLANNED", "3 PLANNED");
    }

    /** Nobody can commit for the import meanwhile: every transaction begins with its lease. */
    private void whileTheLeaseIsHeld(Runnable work) throws SQLException {
        try (Connection connection = test.ledger().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from lease where import_id = " + lease.importId() + " for update");
            work.run();
            connection.rollback();
        }
    }

    /** The first waits for the database, the others for the first. */
    private void awaitWaiting(int many) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            boolean first = !lockWaiters().isEmpty();
            long others = threads.stream()
                    .filter(thread -> thread.getState() == Thread.State.WAITING)
                    .count();
            if (first && others >= many - 1) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("they do not wait: " + threads);
    }

    private List<String> lockWaiters() {
        try {
            return test.sql("select pid::text from pg_stat_activity where wait_event_type = 'Lock'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
