package dev.gridload.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Failed rows that are imported once more, as an import of their own. */
public final class Retries {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Copy copy;
    private final Imports imports;

    Retries(JdbcClient sql, TransactionTemplate transaction, Copy copy, Imports imports) {
        this.sql = sql;
        this.transaction = transaction;
        this.copy = copy;
        this.imports = imports;
    }

    /**
     * Rows that Grid refused and that no other import has taken up, in order.
     *
     * @param code only those of this code; null for all
     */
    public List<Long> left(long importId, @Nullable String code) {
        return sql.sql("""
                        select distinct record_no
                          from (select import_id, record_no, code from outcome where state = 'FAILED'
                                union
                                select import_id, record_no, code from customer_update where state = 'FAILED'
                                union
                                select import_id, record_no, code from account
                                 where state = 'FAILED' or (state = 'LEFT_OUT' and record_no is distinct from customer_record)) o
                         where import_id = :id and (cast(:code as text) is null or code = :code)
                           and not exists (select from retried r join import taker on taker.id = r.retried_by
                                            where r.import_id = o.import_id and r.record_no = o.record_no
                                              and taker.state not in ('ABANDONED', 'UNDONE'))
                         order by record_no
                        """)
                .param("id", importId)
                .param("code", code)
                .query(Long.class)
                .list();
    }

    /** The newest import that has taken up failed rows of this one and was not given up. */
    public Optional<ImportRecord> newestOf(long importId) {
        return sql.sql("""
                        select taker.id from retried r join import taker on taker.id = r.retried_by
                         where r.import_id = ? and taker.state not in ('ABANDONED', 'UNDONE') order by 1 desc limit 1
                        """).param(importId).query(Long.class).optional().flatMap(imports::find);
    }

    /**
     * Makes the import that takes these rows up.
     *
     * @param fresh continues the import whose rows they are
     * @throws IllegalStateException when another one took some of them up in the meantime
     */
    public ImportRecord take(NewImport fresh, long origin, List<Long> rows) {
        return transaction.execute(status -> {
            sql.sql("select id from import where id = ? for update")
                    .param(origin)
                    .query(Long.class)
                    .single();
            ImportRecord made = imports.create(fresh);
            CopyText text = new CopyText(rows.size() * 16);
            for (long row : rows) {
                text.field(origin).field(row).field(made.id()).endRow();
            }
            copy.in("copy retried (import_id, record_no, retried_by) from stdin", text);
            long twice = sql.sql("""
                            select count(*) from (
                                select record_no from retried r join import taker on taker.id = r.retried_by
                                 where r.import_id = ? and taker.state not in ('ABANDONED', 'UNDONE')
                                 group by record_no having count(*) > 1) shared
                            """).param(origin).query(Long.class).single();
            if (twice > 0) {
                throw new IllegalStateException(
                        "failed rows of import " + origin + " were taken up by another retry in this moment");
            }
            return made;
        });
    }
}
