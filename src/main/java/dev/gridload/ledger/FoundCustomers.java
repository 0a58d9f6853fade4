package dev.gridload.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers of an import that Grid has before anything is sent, and whose rows are left out for that. */
public final class FoundCustomers {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Copy copy;

    FoundCustomers(JdbcClient sql, TransactionTemplate transaction, Copy copy) {
        this.sql = sql;
        this.transaction = transaction;
        this.copy = copy;
    }

    /** A customer of Grid. */
    public record Found(String customerId, String gridCustomerId) {}

    /** A row whose customer is to be looked for. */
    public record Wanted(long recordNo, String customerId) {}

    /** Whether the search is not over. */
    public boolean awaited(long importId) {
        return sql.sql("select skipped is null from import where id = ?")
                .param(importId)
                .query(Boolean.class)
                .single();
    }

    /** How many rows would be sent. */
    public long wanted(long importId) {
        return sql.sql("select count(*) from import_row where import_id = ? and state = 'STAGED'")
                .param(importId)
                .query(Long.class)
                .single();
    }

    /** Rows that would be sent, after a record, in record order. */
    public List<Wanted> wanted(long importId, long afterRecord, int limit) {
        return sql.sql("""
                        select record_no, customer_id from import_row
                         where import_id = ? and state = 'STAGED' and record_no > ? order by record_no limit ?
                        """)
                .params(importId, afterRecord, limit)
                .query((row, n) -> new Wanted(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Forgets what a search has found that did not come to its end. */
    public void begin(Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            forget(lease.importId());
        });
    }

    /** Notes customers of Grid, of rows or not; each once. */
    public void add(Lease lease, List<Found> customers) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            sql.sql("create temporary table listed (customer_id text, grid_customer_id text) on commit drop")
                    .update();
            CopyText text = new CopyText(customers.size() * 64);
            customers.forEach(one ->
                    text.field(one.customerId()).field(one.gridCustomerId()).endRow());
            copy.in("copy listed (customer_id, grid_customer_id) from stdin", text);
            sql.sql("""
                            insert into found_customer (import_id, customer_id, grid_customer_id)
                            select ?, customer_id, grid_customer_id from listed on conflict do nothing
                            """).param(lease.importId()).update();
        });
    }

    /** Ends the search: rows whose customers were found are at their end, and no submission carries them. All of it or nothing. */
    public void leaveOut(Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            long id = lease.importId();
            sql.sql("""
                            insert into outcome (import_id, record_no, state, submission_no, grid_customer_id)
                            select r.import_id, r.record_no, 'ALREADY_EXISTED', 0, f.grid_customer_id
                              from import_row r
                              join found_customer f on f.import_id = :id and f.customer_id = r.customer_id
                             where r.import_id = :id and r.state in ('STAGED', 'ADDITIONAL')
                            """).param("id", id).update();
            int skipped = sql.sql("""
                            update import_row r set state = 'SKIPPED' from found_customer f
                             where r.import_id = :id and r.state in ('STAGED', 'ADDITIONAL')
                               and f.import_id = :id and f.customer_id = r.customer_id
                            """).param("id", id).update();
            sql.sql("""
                            delete from account a using import_row r
                             where a.import_id = :id and r.import_id = :id and r.record_no = a.record_no and r.state = 'SKIPPED'
                            """).param("id", id).update();
            shrinkSubmissions(id);
            forget(id);
            sql.sql("update import set skipped = ? where id = ? and skipped is null")
                    .params(skipped, id)
                    .update();
        });
    }

    private void shrinkSubmissions(long id) {
        sql.sql("""
                        delete from submission s using import_row r
                         where s.import_id = :id and s.route = 'DIRECT' and s.state = 'PLANNED'
                           and r.import_id = :id and r.record_no = s.first_record and r.state = 'SKIPPED'
                        """).param("id", id).update();
        sql.sql("""
                        update submission s set rows = left_over.rows, bytes = left_over.bytes
                          from (select p.no, count(r.record_no) as rows, coalesce(sum(octet_length(r.text) + 1), 0) as bytes
                                  from submission p
                                  left join import_row r on r.import_id = :id and r.state = 'STAGED' and not r.direct
                                                        and r.record_no between p.first_record and p.last_record
                                 where p.import_id = :id and p.route = 'BULK' and p.state = 'PLANNED' group by p.no) left_over
                         where s.import_id = :id and s.no = left_over.no
                        """).param("id", id).update();
        sql.sql("delete from submission where import_id = ? and state = 'PLANNED' and rows = 0")
                .param(id)
                .update();
    }

    private void forget(long id) {
        sql.sql("delete from found_customer where import_id = ?").param(id).update();
    }
}
