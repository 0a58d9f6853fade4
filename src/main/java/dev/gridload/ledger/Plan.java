package dev.gridload.ledger;

import java.util.BitSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which calls to Grid will carry the staged rows of an import: parts of an upload, and behind them the rows that are created by calls
 * of their own. Runs in the transaction of its caller.
 */
final class Plan {

    /** Records that are cut into parts at a time. */
    private static final int STRETCH = 200_000;

    private final JdbcClient sql;
    private final Copy copy;
    private final long id;
    /** The table of this import's rows, which others need not see yet. */
    private final String own;

    private final PlannedSubmissions planned;
    private final Parts parts;

    /**
     * @param partRows rows of a submission at most
     * @param partBytes bytes of a submission's rows at most
     */
    Plan(JdbcClient sql, Copy copy, long importId, int partRows, long partBytes) {
        this.sql = sql;
        this.copy = copy;
        this.id = importId;
        own = "import_row_" + importId;
        planned = new PlannedSubmissions(importId, 0);
        parts = new Parts(planned, partRows, partBytes);
    }

    /**
     * Makes it.
     *
     * @param lengths what the rows take of an upload; where it is not known of all of them, the ledger is asked
     * @param aside rows that were staged and are not sent after all
     * @param rows that wait to be sent
     * @throws IllegalStateException where that is not how many the submissions carry
     */
    void make(LineLengths lengths, BitSet aside, long rows) {
        long last = lastRecord();
        boolean known = lengths.areOfAll(last);
        // A stretch at a time: a part may have one row only, and its description takes memory too.
        for (long before = 0; before < last; before += STRETCH) {
            long to = Math.min(last, before + STRETCH);
            if (known) {
                cut(lengths, aside, before, to);
            } else {
                cut(before, to);
            }
            planned.copy(copy);
        }
        parts.end();
        planned.copy(copy);
        long carried = parts.rows() + planSingly();
        if (carried != rows) {
            throw new IllegalStateException("of import " + id + ", " + rows
                    + " rows wait to be sent, and its submissions carry " + carried + "; start gridload again");
        }
    }

    private void cut(LineLengths lengths, BitSet aside, long before, long to) {
        for (long record = before + 1; record <= to; record++) {
            int line = lengths.of(record);
            if (line > 0 && !aside.get((int) record)) {
                parts.add(record, line);
            }
        }
    }

    private void cut(long before, long to) {
        copy.out("""
                        copy (select record_no, octet_length(text) + 1 from %s
                               where import_id = %d and record_no > %d and record_no <= %d and state = 'STAGED' and not direct
                               order by record_no) to stdout""".formatted(own, id, before, to), row -> {
            CopiedRow copied = new CopiedRow(row);
            parts.add(copied.number(), copied.number());
        });
    }

    private int planSingly() {
        return sql.sql("""
                        insert into submission (import_id, no, route, first_record, last_record, rows, bytes, state)
                        select :id, :parts + row_number() over (order by record_no), 'DIRECT', record_no, record_no, 1, 0, 'PLANNED'
                          from %s where state = 'STAGED' and direct
                        """.formatted(own))
                .param("id", id)
                .param("parts", parts.count())
                .update();
    }

    /** Records count from 1; 0 where there is none. */
    private long lastRecord() {
        return sql.sql("select coalesce(max(record_no), 0) from %s where import_id = ?".formatted(own))
                .param(id)
                .query(Long.class)
                .single();
    }
}
