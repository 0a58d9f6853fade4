package dev.gridload.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves of single lines from one state to the next, each of which names the state that it starts from. Threads that want to
 * move at the same time share a transaction: while one commits, the others gather for the next. Each returns when its own
 * move is durable, as if it had a transaction of its own.
 */
final class Moves {

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private List<Waiting> gathered = new ArrayList<>();
    private boolean committing;

    Moves(JdbcTemplate sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * One line's move.
     *
     * @param statement that changes exactly one line when it stands where it is expected
     * @param expectation what is wrong when it does not
     */
    record Move(String statement, List<@Nullable Object> parameters, String expectation) {}

    /**
     * Returns when the move is committed. Not to be called within a transaction.
     *
     * @throws LeaseLost when another process has taken over; nothing is changed then
     * @throws IllegalStateException when a line of the same transaction was not where it was expected; nothing is changed then
     */
    void commit(Lease lease, Move move) {
        Waiting mine = new Waiting(lease, move);
        boolean first;
        synchronized (this) {
            gathered.add(mine);
            first = !committing;
            committing = true;
        }
        if (!first) {
            mine.turn.acquireUninterruptibly();
        }
        if (!mine.over) {
            commitGathered();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    /** Makes the moves in the transaction of the caller, which has fenced it. */
    void make(List<Move> moves) {
        Map<String, List<Move>> byStatement = new LinkedHashMap<>();
        moves.forEach(move -> byStatement
                .computeIfAbsent(move.statement(), s -> new ArrayList<>())
                .add(move));
        byStatement.forEach((statement, alike) -> {
            int[] changed = sql.batchUpdate(
                    statement,
                    alike.stream().map(move -> move.parameters().toArray()).toList());
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] != 1) {
                    throw new IllegalStateException(alike.get(i).expectation());
                }
            }
        });
    }

    /** Commits for all who have gathered, lets them go, and hands the turn to one of those who came meanwhile. */
    private void commitGathered() {
        List<Waiting> batch;
        synchronized (this) {
            batch = gathered;
            gathered = new ArrayList<>();
        }
        RuntimeException failure = null;
        try {
            transaction.executeWithoutResult(status -> {
                batch.stream().map(waiting -> waiting.lease).distinct().forEach(Lease::fence);
                make(batch.stream().map(waiting -> waiting.move).toList());
            });
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            for (Waiting waiting : batch) {
                waiting.over = true;
                waiting.failure = failure;
                waiting.turn.release();
            }
            handOver();
        }
    }

    private synchronized void handOver() {
        if (gathered.isEmpty()) {
            committing = false;
        } else {
            gathered.get(0).turn.release();
        }
    }

    /** Written by the thread that commits for it, before it lets it go. */
    private static final class Waiting {
        private final Lease lease;
        private final Move move;
        private final Semaphore turn = new Semaphore(0);
        private boolean over;
        private @Nullable RuntimeException failure;

        Waiting(Lease lease, Move move) {
            this.lease = lease;
            this.move = move;
        }
    }
}
