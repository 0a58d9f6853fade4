package dev.gridload.ledger;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.Severity;
import java.util.BitSet;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a staged import that have in common what they may not, and those that add an account to the customer of an earlier row.
 * The same verdicts as {@code validate} gives without a database: a row is compared with the first good one that has the same
 * customer, UMA address or account. Runs in the transaction of its caller.
 */
final class RepeatedRows {

    /** The block of a record, found by halving: to join the rows with the ranges of blocks would compare each with each. */
    private static final String BLOCK = """
            (array(select no from block where import_id = :id order by first_row))\
            [width_bucket(record_no, array(select first_row from block where import_id = :id order by first_row))]""";

    private final JdbcClient sql;
    private final Copy copy;
    private final long id;
    private final Suspects suspects;
    /** The table of this import's rows, which others need not see yet. */
    private final String own;
    /** The table of the rows that are compared. */
    private String rows;

    private final BitSet aside = new BitSet();

    RepeatedRows(JdbcClient sql, Copy copy, long importId, Suspects suspects) {
        this.sql = sql;
        this.copy = copy;
        this.id = importId;
        this.suspects = suspects;
        own = "import_row_" + importId;
        rows = own;
    }

    /**
     * Tells every repetition and sets those aside that are errors.
     *
     * @param weights rules that are not there are not looked at
     * @return how many rows only repeat an earlier one
     */
    long setAside(Map<DuplicateRule, Severity> weights) {
        // Nearly every key is a group of its own: tables of so many groups do not fit, and sorting them is quicker.
        sql.sql("set local enable_hashagg = off").update();
        if (suspects.areAllOf(staged())) {
            keepToSuspects();
        }
        compareCustomers();
        find();
        sql.sql("set local enable_hashagg to default").update();
        sql.sql("create index on repeated (record_no)").update();
        sql.sql("analyze repeated").update();
        weights.forEach(this::tell);
        for (DuplicateRule rule : DuplicateRule.values()) {
            if (weights.get(rule) != Severity.ERROR) {
                sql.sql("delete from repeated where code = ?")
                        .param(rule.code())
                        .update();
            }
        }
        sql.sql("""
                        update block b
                           set rejected = b.rejected + r.rejected, errors = b.errors + r.errors
                          from (select %s as no, count(*) filter (where not plain) as rejected, sum(more) as errors
                                  from (select record_no, bool_or(code = 'DUPLICATE_ID') as plain,
                                               count(*) filter (where code <> 'DUPLICATE_ID') as more
                                          from repeated group by record_no) rows
                                 group by 1) r
                         where b.import_id = :id and b.no = r.no
                        """.formatted(BLOCK)).param("id", id).update();
        sql.sql("""
                        update %s r set state = aside.state, text = null, account_request = null
                          from (select record_no,
                                       case when bool_or(code = 'DUPLICATE_ID') then 'DUPLICATE' else 'REJECTED' end as state
                                  from repeated group by record_no) aside
                         where r.import_id = :id and r.record_no = aside.record_no
                        """.formatted(own)).param("id", id).update();
        long duplicates = sql.sql("select count(distinct record_no) from repeated where code = 'DUPLICATE_ID'")
                .query(Long.class)
                .single();
        setAside("repeated");
        sql.sql("drop table repeated").update();
        sql.sql("drop table if exists suspect, suspected, compared_row").update();
        return duplicates;
    }

    private long staged() {
        return sql.sql("select coalesce(sum(records - rejected), 0) from block where import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Only rows that have something in common with a suspect, itself among them, can repeat each other. */
    private void keepToSuspects() {
        sql.sql("create temporary table suspect (record_no bigint not null) on commit drop")
                .update();
        copy.in("copy suspect from stdin", suspects.records());
        sql.sql("analyze suspect").update();
        sql.sql("""
                        create temporary table suspected on commit drop as
                        select hashtextextended(r.customer_id, 0) as id_hash, r.uma_hash, r.account_hash
                          from suspect s join %s r on r.record_no = s.record_no
                        """.formatted(own)).update();
        // With statistics, and the work_mem of closing, the planner knows that these lists fit in memory: one that it
        // took for
        // too long would be read anew for each row.
        sql.sql("analyze suspected").update();
        sql.sql("""
                        create temporary table compared_row on commit drop as
                        select import_id, record_no, line, state, customer_id, uma_hash, account_hash, customer_hash
                          from %s
                         where state = 'STAGED'
                           and (hashtextextended(customer_id, 0) in (select id_hash from suspected)
                                or uma_hash in (select uma_hash from suspected where uma_hash is not null)
                                or account_hash in (select account_hash from suspected where account_hash is not null))
                        """.formatted(own)).update();
        sql.sql("analyze compared_row").update();
        rows = "compared_row";
    }

    private void compareCustomers() {
        sql.sql("""
                        create temporary table repeated (record_no bigint not null, first_no bigint not null, code text not null)
                        on commit drop
                        """).update();
        sql.sql("""
                        create temporary table added (record_no bigint not null, first_no bigint not null) on commit drop
                        """).update();
        sql.sql("""
                        create temporary table compared on commit drop as
                        with suspects as (select hashtextextended(customer_id, 0) as hash from %1$s
                                           where import_id = :id and state = 'STAGED' group by 1 having count(*) > 1),
                             firsts as (select customer_id, min(record_no) as first_no
                                          from %1$s join suspects on hashtextextended(customer_id, 0) = hash
                                         where import_id = :id and state = 'STAGED' group by customer_id having count(*) > 1)
                        select r.record_no, f.first_no, r.customer_id, r.account_hash,
                               case when r.uma_hash is not null and r.uma_hash is distinct from o.uma_hash
                                    then 'ADDITIONAL_UMA'
                                    when r.account_hash is null or r.account_hash is not distinct from o.account_hash
                                    then 'DUPLICATE_ID'
                                    when r.customer_hash is distinct from o.customer_hash then 'CUSTOMER_DIFFERS'
                                    when (r.account_hash & 1) = 1 then 'ADDITIONAL_ACCOUNT' end as code
                          from firsts f
                          join %1$s o on o.import_id = :id and o.record_no = f.first_no
                          join %1$s r on r.import_id = :id and r.customer_id = f.customer_id and r.state = 'STAGED'
                                           and r.record_no > f.first_no
                        """.formatted(rows)).param("id", id).update();
        sql.sql("insert into repeated select record_no, first_no, code from compared where code is not null")
                .update();
        // Of the rows that add the same account the first one adds it.
        sql.sql("""
                        insert into repeated
                        select record_no, same_no, 'DUPLICATE_ID'
                          from (select record_no, min(record_no) over (partition by customer_id, account_hash) as same_no
                                  from compared where code is null) adding
                         where record_no > same_no
                        """).update();
        sql.sql("""
                        insert into added
                        select record_no, first_no from compared c
                         where code is null and not exists (select from repeated r where r.record_no = c.record_no)
                        """).update();
    }

    /**
     * Makes the rows that add an account such rows, as far as nothing else is wrong with them: no upload carries them, and their
     * account waits for the customer of the first row.
     *
     * @return how many they are
     */
    int addAccounts() {
        sql.sql("""
                        delete from added a using %s r
                         where r.import_id = :id and r.record_no = a.record_no and r.state <> 'STAGED'
                        """.formatted(own)).param("id", id).update();
        int rows = sql.sql("""
                        update %s r set state = 'ADDITIONAL' from added a
                         where r.import_id = :id and r.record_no = a.record_no
                        """.formatted(own)).param("id", id).update();
        // An account that would have gone with its customer has no request yet; it is made when its turn comes.
        sql.sql("""
                        insert into account (import_id, record_no, customer_record, type, state)
                        select :id, d.record_no, d.first_no, r.pending_account, 'WAITING'
                          from added d join %s r on r.import_id = :id and r.record_no = d.record_no
                        """.formatted(own)).param("id", id).update();
        sql.sql("""
                        update account a set state = 'LEFT_OUT', code = 'CUSTOMER_NOT_IN_GRID',
                               message = 'its customer, in row ' || a.customer_record || ', was not sent'
                          from %s first
                         where a.import_id = :id and a.customer_record <> a.record_no and first.import_id = :id
                           and first.record_no = a.customer_record and first.state <> 'STAGED'
                        """.formatted(own)).param("id", id).update();
        setAside("added");
        sql.sql("drop table added, compared").update();
        return rows;
    }

    /** Records that were staged and are not sent with the others after all. */
    BitSet aside() {
        return aside;
    }

    private void setAside(String table) {
        copy.out("copy (select record_no from " + table + ") to stdout", row -> {
            aside.set((int) new CopiedRow(row).number());
        });
    }

    private void find() {
        sql.sql("""
                        insert into repeated
                        with firsts as (select uma_hash, min(record_no) as first_no from %1$s
                                         where import_id = :id and uma_hash is not null group by uma_hash having count(*) > 1)
                        select r.record_no, f.first_no, 'DUPLICATE_UMA'
                          from firsts f
                          join %1$s o on o.import_id = :id and o.record_no = f.first_no
                          join %1$s r on r.import_id = :id and r.uma_hash = f.uma_hash
                                           and r.customer_id <> o.customer_id and r.record_no > f.first_no
                        """.formatted(rows)).param("id", id).update();
        sql.sql("""
                        insert into repeated
                        with firsts as (select account_hash, min(record_no) as first_no from %1$s
                                         where import_id = :id and account_hash is not null
                                         group by account_hash having count(*) > 1)
                        select r.record_no, f.first_no, 'SAME_ACCOUNT'
                          from firsts f
                          join %1$s o on o.import_id = :id and o.record_no = f.first_no
                          join %1$s r on r.import_id = :id and r.account_hash = f.account_hash
                                           and r.customer_id <> o.customer_id and r.record_no > f.first_no
                        """.formatted(rows)).param("id", id).update();
    }

    private void tell(DuplicateRule rule, Severity severity) {
        sql.sql("""
                        insert into problem (import_id, record_no, line, customer_id, column_name, severity, code, message, hint)
                        select :id, r.record_no, r.line, r.customer_id, :column, :severity, f.code,
                               replace(:message, :anywhere, 'already in row ' || f.first_no), :hint
                          from repeated f join %s r on r.import_id = :id and r.record_no = f.record_no
                         where f.code = :code
                        """.formatted(rows))
                .param("id", id)
                .param("column", rule.column().header())
                .param("severity", severity.name())
                .param("code", rule.code())
                .param("message", rule.message())
                .param("anywhere", DuplicateRule.ANYWHERE)
                .param("hint", rule.hint())
                .update();
        if (severity == Severity.WARNING) {
            sql.sql("""
                            update block b set warnings = b.warnings + r.warnings
                              from (select %s as no, count(*) as warnings from repeated where code = :code group by 1) r
                             where b.import_id = :id and b.no = r.no
                            """.formatted(BLOCK))
                    .param("id", id)
                    .param("code", rule.code())
                    .update();
        }
    }
}
