package dev.gridload.ledger;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets the customers of imports that are over. How many there were and which import continued which is kept. */
public final class Purges {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Purges(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Imports that came to their end longer ago than this and still know their customers, the oldest first. */
    public List<ImportRecord> due(Duration age) {
        return sql.sql("""
                        select * from import
                         where state in ('FINISHED', 'ABANDONED', 'UNDONE') and purged_at is null
                           and finished_at < now() - make_interval(secs => ?)
                         order by id
                        """).param((double) age.toSeconds()).query(Imports::read).list();
    }

    public boolean purged(long importId) {
        return sql.sql("select purged_at is not null from import where id = ?")
                .param(importId)
                .query(Boolean.class)
                .single();
    }

    /** Whether an import that still knows its customers is read from this copy. */
    public boolean needsSpool(String spool) {
        return sql.sql("select exists (select from import where spool = ? and purged_at is null)")
                .param(spool)
                .query(Boolean.class)
                .single();
    }

    /** Removes every word about a customer. All of it or nothing. */
    public void forget(Lease lease) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            long id = lease.importId();
            int marked = sql.sql("""
                            update import set purged_at = now()
                             where state in ('FINISHED', 'ABANDONED', 'UNDONE') and purged_at is null and id = ?
                            """).param(id).update();
            if (marked == 0) {
                return;
            }
            sql.sql("drop table if exists import_row_" + id).update();
            sql.sql("drop table if exists outcome_" + id).update();
            sql.sql("update problem set customer_id = null, value = null where import_id = ?")
                    .param(id)
                    .update();
            sql.sql("""
                            update account set request = null, grid_customer_id = null, grid_account_id = null, message = null,
                                   note = null
                             where import_id = ?
                            """).param(id).update();
            sql.sql("update customer_update set message = null, note = null where import_id = ?")
                    .param(id)
                    .update();
            sql.sql("update deletion set grid_id = null, message = null, note = null where import_id = ?")
                    .param(id)
                    .update();
            sql.sql("delete from found_customer where import_id = ?").param(id).update();
            sql.sql("delete from job_error where import_id = ?").param(id).update();
            sql.sql("update submission set note = null where import_id = ?")
                    .param(id)
                    .update();
            sql.sql("update decision set question = null where import_id = ?")
                    .param(id)
                    .update();
        });
    }
}
