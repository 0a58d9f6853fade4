package dev.gridload.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What an undo deletes: planned, intended, answered. Every move names the state and the epoch that it starts from. */
public final class Deletions {

    static final String SCOPE = """
                        with over as (select record_no, kind from deletion
                                       where import_id = :id and state in ('DELETED', 'GONE')),
                             made as (select record_no, grid_customer_id as grid_id from outcome o
                                       where import_id = :id and state = 'CREATED'
                                         and not exists (select from over where kind = 'CUSTOMER' and record_no = o.record_no))
                        select (select count(*) from made where grid_id is not null) as customers,
                               (select count(*) from account a
                                 where import_id = :id and state = 'CREATED' and grid_account_id is not null
                                   and not exists (select from over where kind = 'ACCOUNT' and record_no = a.record_no)) as accounts,
                               (select count(*) from made where grid_id is null) as unknown,
                               (select count(*) from customer_update
                                 where import_id = :id and state = 'UPDATED') as updated,
                               (select count(*) from made where grid_id in (
                                    select o.grid_customer_id from outcome o
                                      join import i on i.id = o.import_id and i.state <> 'UNDONE'
                                     where o.import_id <> :id and o.grid_customer_id is not null
                                     union all
                                    select a.grid_customer_id from account a
                                      join import i on i.id = a.import_id and i.state <> 'UNDONE'
                                     where a.import_id <> :id and a.grid_customer_id is not null)) as shared
                        """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Moves moves;

    Deletions(JdbcClient sql, TransactionTemplate transaction, Moves moves) {
        this.sql = sql;
        this.transaction = transaction;
        this.moves = moves;
    }

    /** What an undo would delete and leave. */
    public UndoScope scope(long importId) {
        return sql.sql(SCOPE)
                .param("id", importId)
                .query((row, n) -> new UndoScope(
                        row.getLong("customers"),
                        row.getLong("accounts"),
                        row.getLong("unknown"),
                        row.getLong("updated"),
                        row.getLong("shared")))
                .single();
    }

    /** Begins an undo, or takes it up again: what Grid refused to delete before is tried once more. All of it or nothing. */
    public void begin(Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            long id = lease.importId();
            int marked = sql.sql("""
                            update import set state = 'UNDOING'
                             where id = ? and state in ('FINISHED', 'ABANDONED', 'UNDOING', 'UNDONE') and purged_at is null
                            """).param(id).update();
            if (marked != 1) {
                throw new IllegalStateException("import " + id + " is not at its end and cannot be undone");
            }
            sql.sql("""
                            insert into deletion (import_id, record_no, kind, grid_id, state, epoch)
                            select import_id, record_no, 'CUSTOMER', grid_customer_id, 'PLANNED', :epoch from outcome
                             where import_id = :id and state = 'CREATED' and grid_customer_id is not null
                            union all
                            select import_id, record_no, 'ACCOUNT', grid_account_id, 'PLANNED', :epoch from account
                             where import_id = :id and state = 'CREATED' and grid_account_id is not null
                            on conflict do nothing
                            """).param("id", id).param("epoch", lease.epoch()).update();
            sql.sql("""
                            update deletion set state = 'PLANNED', epoch = ?, attempt = 0, code = null, message = null
                             where import_id = ? and state = 'FAILED'
                            """).params(lease.epoch(), id).update();
        });
    }

    /** Ends an undo of which nothing is open. */
    public void end(Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            int ended = sql.sql("""
                            update import set state = 'UNDONE'
                             where id = :id and state = 'UNDOING'
                               and not exists (select from deletion where import_id = :id and state in ('PLANNED', 'SENT'))
                            """).param("id", lease.importId()).update();
            if (ended > 0) {
                lease.giveUp();
            }
        });
    }

    /** Those that are not at their end, after a record, in record order. */
    public List<Deletion> open(long importId, boolean ofAccounts, long afterRecord, int limit) {
        return sql.sql("""
                        select record_no, grid_id, state, epoch, attempt from deletion
                         where import_id = ? and kind = ? and state in ('PLANNED', 'SENT') and record_no > ?
                         order by record_no limit ?
                        """)
                .params(importId, ofAccounts ? "ACCOUNT" : "CUSTOMER", afterRecord, limit)
                .query((row, n) -> new Deletion(
                        importId,
                        row.getLong("record_no"),
                        ofAccounts,
                        row.getString("grid_id"),
                        DeletionState.valueOf(row.getString("state")),
                        row.getInt("epoch"),
                        row.getInt("attempt")))
                .list();
    }

    public UndoCounts counts(long importId) {
        return sql.sql("""
                        select count(*) filter (where state = 'DELETED' and kind = 'CUSTOMER') as customers,
                               count(*) filter (where state = 'DELETED' and kind = 'ACCOUNT') as accounts,
                               count(*) filter (where state = 'GONE') as gone,
                               count(*) filter (where state = 'FAILED') as failed,
                               count(*) filter (where state in ('PLANNED', 'SENT')) as open
                          from deletion where import_id = ?
                        """)
                .param(importId)
                .query((row, n) -> new UndoCounts(
                        row.getLong("customers"),
                        row.getLong("accounts"),
                        row.getLong("gone"),
                        row.getLong("failed"),
                        row.getLong("open")))
                .single();
    }

    /** One that Grid did not delete, and why. */
    public record Refusal(
            long recordNo,
            boolean ofAccount,
            String code,
            @Nullable String message) {}

    /** Those that Grid did not delete, in the order of their rows. */
    public List<Refusal> refusals(long importId, int limit) {
        return sql.sql("""
                        select record_no, kind, code, message from deletion
                         where import_id = ? and state = 'FAILED' order by record_no, kind limit ?
                        """)
                .params(importId, limit)
                .query((row, n) -> new Refusal(
                        row.getLong("record_no"),
                        row.getString("kind").equals("ACCOUNT"),
                        row.getString("code"),
                        row.getString("message")))
                .list();
    }

    /** Commits the intent to delete, before the first byte leaves. */
    public Deletion intend(Lease lease, Deletion open) {
        move(lease, open, DeletionState.SENT, ", attempt = attempt + 1, note = null");
        return open.sent(lease.epoch());
    }

    /** Grid did nothing, or nobody knows what it did; it is sent again. */
    public void sendAgain(Lease lease, Deletion sent, boolean certainlyNothing, String why) {
        move(
                lease,
                sent,
                certainlyNothing && sent.attempt() == 1 ? DeletionState.PLANNED : DeletionState.SENT,
                (certainlyNothing ? ", attempt = attempt - 1" : "") + ", note = ?",
                why);
    }

    public void deleted(Lease lease, Deletion sent) {
        move(lease, sent, DeletionState.DELETED, ", settled_at = now()");
    }

    /** Grid does not have it: deleted by an earlier call of ours whose answer was lost, or by somebody else. */
    public void gone(Lease lease, Deletion sent) {
        move(lease, sent, sent.attempt() > 1 ? DeletionState.DELETED : DeletionState.GONE, ", settled_at = now()");
    }

    public void fail(Lease lease, Deletion sent, String code, String message) {
        move(lease, sent, DeletionState.FAILED, ", settled_at = now(), code = ?, message = ?", code, message);
    }

    private void move(Lease lease, Deletion from, DeletionState to, String assignments, Object... values) {
        Line<DeletionState> line = new Line<>(
                "deletion",
                List.of("import_id", "record_no", "kind"),
                List.of(from.importId(), from.recordNo(), from.kind()),
                "the deletion of row " + from.recordNo() + " of import " + from.importId(),
                from.state(),
                from.epoch());
        moves.commit(lease, line.to(lease, to, assignments, values));
    }
}
