package dev.gridload.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every attempt to import one customer, over all imports. Reads only. */
public final class Attempts {

    private final JdbcClient sql;
    private final Results results;

    Attempts(JdbcClient sql, Results results) {
        this.sql = sql;
        this.results = results;
    }

    /**
     * One row of one import.
     *
     * @param when the row came to its end; where it has not, when its import was taken in
     * @param updated as in {@link Results.RowResult}
     * @param deleted when an undo deleted what the row created; null where none did
     * @param code and message of the refusal or question, several apart by semicolon; null where there is none
     */
    public record Attempt(
            long importId,
            @Nullable Long continues,
            String fileName,
            long recordNo,
            long line,
            Instant when,
            RowState state,
            @Nullable String gridCustomerId,
            @Nullable String code,
            @Nullable String message,
            @Nullable String updated,
            @Nullable Instant deleted) {}

    /**
     * The newest first. Rows carry no index by customer, which every import would pay for; so all rows are read for this
     * seldom asked question. Imports that are still being checked and those that were purged are not searched.
     */
    public List<Attempt> of(String customerId) {
        Map<Long, Results.SubmissionRanges> ranges = new HashMap<>();
        return sql.sql("""
                        select i.id, i.continues, i.file_name, r.record_no, r.line,
                               coalesce(greatest(a.settled_at, u.settled_at), s.settled_at, i.created_at) as moment, r.state as staged_as, o.state,
                               u.state as update_state,
                               case u.state when 'UPDATED' then u.changed_columns when 'UNCHANGED' then '' end as updated,
                               (select max(d.settled_at) from deletion d
                                 where d.import_id = r.import_id and d.record_no = r.record_no
                                   and d.state in ('DELETED', 'GONE')) as deleted,
                               a.state as account_state, coalesce(o.grid_customer_id, a.grid_customer_id) as grid_customer_id,
                               coalesce(o.code, u.code, a.code, wrong.codes) as code,
                               coalesce(o.message, u.message, a.message, wrong.messages) as message
                          from import_row r
                          join import i on i.id = r.import_id
                          left join outcome o on o.import_id = r.import_id and o.record_no = r.record_no
                          left join account a on a.import_id = r.import_id and a.record_no = r.record_no
                          left join customer_update u on u.import_id = r.import_id and u.record_no = r.record_no
                          left join submission s on s.import_id = o.import_id and s.no = o.submission_no
                          left join lateral (
                               select string_agg(distinct code, '; ') as codes, string_agg(distinct message, '; ') as messages
                                 from problem p
                                where p.import_id = r.import_id and p.record_no = r.record_no and p.severity = 'ERROR') wrong
                            on r.state <> 'STAGED'
                         where r.customer_id = ? order by i.id desc, r.record_no
                        """)
                .param(customerId)
                .query((row, n) -> read(row, ranges))
                .list();
    }

    /** How many imports are not searched: those being checked, and those whose customers are forgotten. */
    public long unsearched() {
        return sql.sql("select count(*) from import where state = 'STAGING' or purged_at is not null")
                .query(Long.class)
                .single();
    }

    private Attempt read(ResultSet row, Map<Long, Results.SubmissionRanges> ranges) throws SQLException {
        long id = row.getLong("id");
        long no = row.getLong("record_no");
        RowState state = Results.state(row, no, ranges.computeIfAbsent(id, results::ranges));
        return new Attempt(
                id,
                row.getObject("continues", Long.class),
                row.getString("file_name"),
                no,
                row.getLong("line"),
                SqlTime.required(row, "moment"),
                state,
                row.getString("grid_customer_id"),
                row.getString("code"),
                row.getString("message"),
                row.getString("updated"),
                SqlTime.instant(row, "deleted"));
    }
}
