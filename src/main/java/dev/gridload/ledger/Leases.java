package dev.gridload.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who runs which import. Only the database's clock judges whether an owner is alive. */
public final class Leases {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Leases(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * Takes the import for this process, unless a living one has it.
     *
     * @throws ImportIsRunning when a living process has it
     */
    public Lease acquire(long importId) {
        // First without a lock: a sleeping owner may hold it.
        endSessions(free(importId, false));
        String me = LeaseOwner.thisProcess().toString();
        Integer epoch = transaction.execute(status -> {
            free(importId, true);
            return sql.sql("""
                            update lease set epoch = epoch + 1, owner = ?, heartbeat_at = now(), stop_requested = false
                             where import_id = ? returning epoch
                            """).params(me, importId).query(Integer.class).single();
        });
        return new Lease(sql, importId, epoch);
    }

    /** The living process that runs this import, as text for people; empty where none does. */
    public Optional<String> runner(long importId) {
        return holder(importId, false).filter(Holder::alive).map(Holder::owner);
    }

    /** Asks the running owner to stop at its next safe point. @return whether there is one */
    public boolean requestStop(long importId) {
        if (runner(importId).isEmpty()) {
            return false;
        }
        return sql.sql("update lease set stop_requested = true where import_id = ? and owner is not null")
                        .param(importId)
                        .update()
                == 1;
    }

    /** Who had it last. @throws ImportIsRunning when a living process has it */
    private Holder free(long importId, boolean lock) {
        Holder holder = holder(importId, lock).orElseThrow();
        if (holder.alive()) {
            throw new ImportIsRunning(importId, String.valueOf(holder.owner()));
        }
        return holder;
    }

    /**
     * A process that went silent inside a transaction, because it is stopped or its machine is gone, holds the lease's row
     * until PostgreSQL ends its sessions: by itself that may take hours.
     */
    private void endSessions(Holder dead) {
        if (dead.owner() != null) {
            sql.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                             where datname = current_database() and usename = current_user and application_name = ?
                               and pid <> pg_backend_pid()
                            """)
                    .param(LeaseOwner.parse(dead.owner()).sessionName())
                    .query(Integer.class)
                    .single();
        }
    }

    private Optional<Holder> holder(long importId, boolean lock) {
        return sql.sql("""
                        select owner, coalesce(heartbeat_at > now() - make_interval(secs => %d), false) as fresh
                          from lease where import_id = ? %s
                        """.formatted(Lease.DEAD_AFTER_SECONDS, lock ? "for update" : ""))
                .param(importId)
                .query((row, n) -> new Holder(row.getString("owner"), row.getBoolean("fresh")))
                .optional();
    }

    private record Holder(@Nullable String owner, boolean fresh) {
        boolean alive() {
            // A process of this machine that is gone need not be waited for.
            return owner != null && fresh && !LeaseOwner.parse(owner).knownToBeGone();
        }
    }
}
