package dev.gridload.ledger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right of this process to run one import. Every transaction that changes the import begins with {@link #fence()}; once
 * another process has taken over, that throws and nothing is changed.
 */
public final class Lease implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lease.class);
    static final int BEAT_SECONDS = 5;
    private static final long ASK_EVERY_NANOS = 500_000_000;
    static final int DEAD_AFTER_SECONDS = 30;

    private final JdbcClient sql;
    private final long importId;
    private final int epoch;
    private final ScheduledExecutorService heart;
    private volatile boolean lost;
    private volatile boolean stopping;
    private volatile long lastAsked = System.nanoTime();

    Lease(JdbcClient sql, long importId, int epoch) {
        this.sql = sql;
        this.importId = importId;
        this.epoch = epoch;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lease-" + importId);
            thread.setDaemon(true);
            return thread;
        });
        var unused = heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    public long importId() {
        return importId;
    }

    public int epoch() {
        return epoch;
    }

    /**
     * To be called inside a transaction, first: holds the lease row until it ends, so that a take-over waits for it. The heart
     * goes on beating and a request to stop is noted meanwhile: closing a large staging takes minutes.
     *
     * @throws LeaseLost when another process has taken over
     */
    void fence() {
        boolean mine = sql.sql("""
                        select true from lease where import_id = ? and epoch = ? and owner is not null for key share
                        """)
                .params(importId, epoch)
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!mine) {
            lost = true;
            throw new LeaseLost(importId, epoch);
        }
    }

    /** Asks before something is sent. @throws LeaseLost when another process has taken over */
    public void requireOurs() {
        if (lost) {
            throw new LeaseLost(importId, epoch);
        }
    }

    /** Asks the database. @throws LeaseLost when another process has taken over */
    public void verify() {
        boolean ours = sql.sql("select true from lease where import_id = ? and epoch = ?")
                .params(importId, epoch)
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!ours) {
            lost = true;
        }
        requireOurs();
    }

    /** Asks this run to stop at its next safe point, from within this process. */
    public void askToStop() {
        stopping = true;
    }

    /** Whether an operator asked this import to stop at the next safe point. */
    public boolean stopRequested() {
        requireOurs();
        long now = System.nanoTime();
        if (!stopping && now - lastAsked > ASK_EVERY_NANOS) {
            lastAsked = now;
            stopping = stopFlag();
        }
        return stopping;
    }

    private boolean stopFlag() {
        return sql.sql("select stop_requested from lease where import_id = ? and epoch = ?")
                .params(importId, epoch)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Override
    public void close() {
        heart.shutdownNow();
        giveUp();
    }

    /** In the transaction that ends everything, so that nobody seems to hold the import who is killed right after it. */
    void giveUp() {
        sql.sql("update lease set owner = null, stop_requested = false where import_id = ? and epoch = ?")
                .params(importId, epoch)
                .update();
    }

    private void beat() {
        try {
            int mine = sql.sql("update lease set heartbeat_at = now() where import_id = ? and epoch = ?")
                    .params(importId, epoch)
                    .update();
            if (mine == 0) {
                lost = true;
            }
        } catch (RuntimeException e) {
            // The steps meet the same database and end the run; the next beat may find it again.
            log.warn("import {}: heartbeat failed: {}", importId, e.getClass().getSimpleName());
        }
    }
}
