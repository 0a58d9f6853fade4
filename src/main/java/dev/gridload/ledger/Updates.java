package dev.gridload.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes of customers that Grid had before: planned when that is known, intended, answered. Every move names the state and the
 * epoch that it starts from.
 */
public final class Updates {

    private final JdbcClient sql;
    private final Moves moves;

    Updates(JdbcClient sql, Moves moves) {
        this.sql = sql;
        this.moves = moves;
    }

    /** Changes that are not at their end, after a record, in record order. */
    public List<CustomerUpdate> open(long importId, long afterRecord, int limit) {
        return sql.sql("""
                        select u.*, r.customer_id, r.direct, r.text, o.grid_customer_id from customer_update u
                          join import_row r on r.import_id = u.import_id and r.record_no = u.record_no
                          join outcome o on o.import_id = u.import_id and o.record_no = u.record_no
                         where u.import_id = ? and u.state in ('PLANNED', 'SENT') and u.record_no > ?
                         order by u.record_no limit ?
                        """)
                .params(importId, afterRecord, limit)
                .query(Updates::read)
                .list();
    }

    public UpdateCounts counts(long importId) {
        return sql.sql("""
                        select count(*) filter (where state = 'UPDATED') as updated,
                               count(*) filter (where state = 'UNCHANGED') as unchanged,
                               count(*) filter (where state = 'FAILED') as failed,
                               count(*) filter (where state in ('PLANNED', 'SENT')) as open
                          from customer_update where import_id = ?
                        """)
                .param(importId)
                .query((row, n) -> new UpdateCounts(
                        row.getLong("updated"), row.getLong("unchanged"), row.getLong("failed"), row.getLong("open")))
                .single();
    }

    /** Commits the intent to send, with the columns that are to be changed, before the first byte leaves. */
    public CustomerUpdate intend(Lease lease, CustomerUpdate open, String columns) {
        move(lease, open, UpdateState.SENT, ", attempt = attempt + 1, note = null, changed_columns = ?", columns);
        return open.sent(lease.epoch(), columns);
    }

    /**
     * It is certain that Grid did nothing with the last sending; the change waits to be sent again. After an earlier sending in doubt it
     * stays in doubt.
     */
    public void notProcessed(Lease lease, CustomerUpdate sent, String why) {
        boolean first = sent.attempt() == 1;
        move(
                lease,
                sent,
                first ? UpdateState.PLANNED : UpdateState.SENT,
                ", attempt = attempt - 1, note = ?" + (first ? ", changed_columns = null" : ""),
                why);
    }

    /** Nobody knows what Grid did; it is looked at before anything is sent again. */
    public void inDoubt(Lease lease, CustomerUpdate sent, String why) {
        move(lease, sent, UpdateState.SENT, ", note = ?", why);
    }

    /** Grid has all that the row says. */
    public void settle(Lease lease, CustomerUpdate open) {
        UpdateState end = open.state() == UpdateState.PLANNED ? UpdateState.UNCHANGED : UpdateState.UPDATED;
        move(lease, open, end, ", settled_at = now(), note = null");
    }

    /**
     * Grid does not take it.
     *
     * @param columns that are to blame, several apart by semicolon; null where none is named
     */
    public void fail(Lease lease, CustomerUpdate open, String code, @Nullable String columns, String message) {
        move(
                lease,
                open,
                UpdateState.FAILED,
                ", settled_at = now(), code = ?, column_name = ?, message = ?",
                code,
                columns,
                message);
    }

    /** Customers have come to their end: those that Grid had before are changed, where the import does that. In the caller's transaction. */
    void customersSettled(Lease lease, long[] records) {
        sql.sql("""
                        insert into customer_update (import_id, record_no, state, epoch)
                        select o.import_id, o.record_no, 'PLANNED', :epoch
                          from import i
                          join outcome o on o.import_id = i.id and o.record_no = any(cast(:settled as bigint[]))
                         where i.id = :id and i.updates_existing and o.import_id = :id and o.state = 'ALREADY_EXISTED'
                        on conflict do nothing
                        """)
                .param("id", lease.importId())
                .param("settled", Arrays.toString(records).replace('[', '{').replace(']', '}'))
                .param("epoch", lease.epoch())
                .update();
    }

    private void move(
            Lease lease, CustomerUpdate from, UpdateState to, String assignments, @Nullable Object... values) {
        Line<UpdateState> line = new Line<>(
                "customer_update",
                List.of("import_id", "record_no"),
                List.of(from.importId(), from.recordNo()),
                "the update of row " + from.recordNo() + " of import " + from.importId(),
                from.state(),
                from.epoch());
        moves.commit(lease, line.to(lease, to, assignments, values));
    }

    private static CustomerUpdate read(ResultSet row, int number) throws SQLException {
        return new CustomerUpdate(
                row.getLong("import_id"),
                row.getLong("record_no"),
                row.getString("customer_id"),
                row.getString("grid_customer_id"),
                new Submissions.Text(row.getBoolean("direct"), row.getString("text")),
                UpdateState.valueOf(row.getString("state")),
                row.getInt("epoch"),
                row.getInt("attempt"),
                row.getString("changed_columns"));
    }
}
