package dev.gridload.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one import.
 *
 * @param owner of the lease; null where nobody has it
 * @param open accounts and changes that are not at their end, and what Spring Batch takes for running or cannot start again, in words
 */
record LedgerFacts(
        String state,
        String fileSha256,
        long records,
        int epoch,
        @Nullable String owner,
        List<Row> rows,
        List<Call> calls,
        List<String> open) {

    /** Of an import that is not there. */
    static final LedgerFacts NONE = new LedgerFacts("missing", "", 0, 0, null, List.of(), List.of(), List.of());

    /**
     * @param staged REJECTED, DUPLICATE, STAGED, SKIPPED for a customer that is left out, ADDITIONAL for a further account
     * @param outcome null where it is not at its end
     * @param gridId of its customer
     * @param change UPDATED or UNCHANGED where its customer was there before and is to be changed; null elsewhere
     */
    record Row(
            long no,
            String staged,
            @Nullable String customerId,
            @Nullable String outcome,
            @Nullable String gridId,
            @Nullable String change) {

        String end() {
            return outcome != null ? outcome : staged;
        }

        /** The outcome a person is told. */
        String told() {
            return change != null ? change : end();
        }

        boolean carries(Call call) {
            return staged.equals("STAGED") && call.first() <= no && no <= call.last();
        }
    }

    record Call(int no, String route, long first, long last, int attempt, int epoch, String state) {}

    static LedgerFacts read(Connection connection, long importId) throws SQLException {
        connection.setSchema("gridload");
        List<String> head = list(connection, """
                select array_to_string(array[i.state, i.file_sha256, i.records::text, l.epoch::text, coalesce(l.owner, '')], '|')
                  from import i join lease l on l.import_id = i.id where i.id = %d
                """.formatted(importId), row -> row.getString(1));
        if (head.size() != 1) {
            throw new AssertionError("the ledger knows no import " + importId);
        }
        String[] parts = head.get(0).split("\\|", -1);
        return new LedgerFacts(
                parts[0],
                parts[1],
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                parts[4].isEmpty() ? null : parts[4],
                list(
                        connection,
                        """
                        select r.record_no, r.state, r.customer_id, case r.state when 'ADDITIONAL' then a.state else o.state end,
                               coalesce(o.grid_customer_id, a.grid_customer_id), u.state
                          from import_row r
                          left join outcome o on o.import_id = r.import_id and o.record_no = r.record_no
                          left join account a on a.import_id = r.import_id and a.record_no = r.record_no
                          left join customer_update u on u.import_id = r.import_id and u.record_no = r.record_no
                         where r.import_id = %d order by r.record_no
                        """.formatted(importId),
                        row -> new Row(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))),
                list(
                        connection,
                        """
                        select no, route, first_record, last_record, attempt, epoch, state
                          from submission where import_id = %d order by no
                        """.formatted(importId),
                        row -> new Call(
                                row.getInt(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getString(7))),
                list(connection, """
                        select 'execution ' || job_execution_id || ' is ' || status from batch_job_execution
                         where end_time is null or status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                        union all
                        select 'step ' || step_name || ' is ' || status from batch_step_execution
                         where end_time is null or status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                        union all
                        select 'instance ' || job_instance_id || ' has no execution' from batch_job_instance i
                         where not exists (select from batch_job_execution e where e.job_instance_id = i.job_instance_id)
                        union all
                        select 'the account of row ' || record_no || ' is ' || state from account
                         where import_id = %1$d and state in ('WAITING', 'PLANNED', 'IN_FLIGHT', 'DISCOVER')
                        union all
                        select 'the change of row ' || record_no || ' is ' || state from customer_update
                         where import_id = %1$d and state in ('PLANNED', 'SENT')
                        """.formatted(importId), row -> row.getString(1)));
    }

    /** Whether the process that holds the import lives. */
    boolean isHeld() {
        String holder = owner;
        return holder != null
                && ProcessHandle.of(Long.parseLong(holder.split("[ /]")[1]))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    /** The end of each row that has come to one, by its number. */
    Map<Long, String> ends() {
        Map<Long, String> ends = new TreeMap<>();
        for (Row row : rows) {
            if (!row.end().equals("STAGED")) {
                ends.put(row.no(), row.end() + (row.gridId() == null ? "" : " " + row.gridId()));
            }
        }
        return ends;
    }

    /** The number of the newest import; 0 where there is none, or not even a table. */
    static long newest(Connection connection) throws SQLException {
        List<String> table = list(connection, "select to_regclass('gridload.import')::text", row -> row.getString(1));
        return table.get(0) == null
                ? 0
                : list(connection, "select coalesce(max(id), 0) from gridload.import", row -> row.getLong(1))
                        .get(0);
    }

    static long imports(Connection connection) throws SQLException {
        return list(connection, "select count(*) from gridload.import", row -> row.getLong(1))
                .get(0);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String select, Reading<T> reading) throws SQLException {
        List<T> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.add(reading.of(rows));
            }
        }
        return found;
    }
}
