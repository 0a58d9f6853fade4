package dev.gridload.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All imports that were ever taken in. */
public final class Imports {

    private static final String ONE = "select * from import where id = ?";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Copy copy;

    Imports(JdbcClient sql, TransactionTemplate transaction, Copy copy) {
        this.sql = sql;
        this.transaction = transaction;
        this.copy = copy;
    }

    /**
     * The import with this fingerprint that was not abandoned, or a new one. Two processes that come with the same file in the
     * same moment get the same import.
     */
    public ImportRecord findOrCreate(NewImport fresh) {
        return transaction.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(fresh.fingerprint())
                    .query((row, n) -> true)
                    .single();
            return withFingerprint(fresh.fingerprint()).orElseGet(() -> create(fresh));
        });
    }

    public Optional<ImportRecord> withFingerprint(String fingerprint) {
        return sql.sql(
                        "select * from import where fingerprint = ? and state not in ('ABANDONED', 'UNDONE') order by id desc limit 1")
                .param(fingerprint)
                .query(Imports::read)
                .optional();
    }

    public Optional<ImportRecord> find(long id) {
        return sql.sql(ONE).param(id).query(Imports::read).optional();
    }

    /**
     * The newest imports first.
     *
     * @param since taken in then or later
     * @param fileName a part of the file's name, in any case; empty for all
     */
    public List<ImportRecord> newest(Instant since, String fileName) {
        return sql.sql("""
                        select * from import where created_at >= ? and strpos(lower(file_name), lower(?)) > 0
                         order by id desc
                        """)
                .params(SqlTime.of(since), fileName)
                .query(Imports::read)
                .list();
    }

    /** The newest imports first. */
    public List<ImportRecord> newest(int limit) {
        return sql.sql("select * from import order by id desc limit ?")
                .param(limit)
                .query(Imports::read)
                .list();
    }

    /** The newest import that is not at its end; a local Grid's is left out, since it cannot be continued. */
    public Optional<ImportRecord> newestUnfinished() {
        return sql.sql("""
                        select * from import where state in ('STAGING', 'DELIVERING') and grid <> ?
                         order by id desc limit 1
                        """).param(ImportRecord.LOCAL_GRID).query(Imports::read).optional();
    }

    /** Notes that nothing is in the way of this import any more. */
    public void clearPause(Lease lease) {
        fenced(lease, "update import set pause_code = null, pause_message = null where id = ?", lease.importId());
    }

    /** Notes why this import does not go on by itself. The first reason stands. */
    public void pause(Lease lease, String code, String message) {
        fenced(
                lease,
                "update import set pause_code = ?, pause_message = ? where pause_code is null and id = ?",
                code,
                message,
                lease.importId());
    }

    public boolean paused(long id) {
        return sql.sql("select pause_code is not null from import where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Notes that customers that Grid had before are to be changed to what their rows say. */
    public void updateExisting(Lease lease) {
        fenced(lease, "update import set updates_existing = true where state = 'STAGING' and id = ?", lease.importId());
    }

    public void finish(Lease lease) {
        fenced(lease, """
                update import set state = 'FINISHED', finished_at = now(), reported_at = null, pause_code = null,
                       pause_message = null
                 where state = 'DELIVERING' and id = ?
                """, lease.importId());
    }

    /** Another folder for the result files of an import that is not at its end; of any other nothing changes. */
    public void writeTo(Lease lease, String folder) {
        fenced(
                lease,
                "update import set output = ? where state in ('STAGING', 'DELIVERING') and id = ?",
                folder,
                lease.importId());
    }

    /** Notes that the result files of a finished import are all in place; of any other nothing is noted. */
    public void reported(Lease lease) {
        fenced(lease, "update import set reported_at = now() where state = 'FINISHED' and id = ?", lease.importId());
    }

    /** Whether this import is finished, yet its process ended before all result files were in place. */
    public boolean awaitsReport(long id) {
        return sql.sql("""
                        select state = 'FINISHED' and reported_at is null and purged_at is null from import where id = ?
                        """).param(id).query(Boolean.class).single();
    }

    /** Gives an unfinished import up; its file may then be imported anew. */
    public void abandon(Lease lease) {
        fenced(
                lease,
                "update import set state = 'ABANDONED', finished_at = now() where state in ('STAGING', 'DELIVERING') and id = ?",
                lease.importId());
    }

    public void recordStep(Lease lease, String step, Instant started, Instant ended) {
        fenced(
                lease,
                "insert into step_time (import_id, step, started_at, ended_at) values (?, ?, ?, ?)",
                lease.importId(),
                step,
                SqlTime.of(started),
                SqlTime.of(ended));
    }

    /** How long each step took, in the order in which they began; a step that ran twice counts both times. */
    public List<StepTime> stepTimes(long id) {
        return sql.sql("""
                        select step, min(started_at) as started_at,
                               (sum(extract(epoch from ended_at - started_at)) * 1000)::bigint as millis
                          from step_time where import_id = ? group by step order by 2
                        """)
                .param(id)
                .query((row, n) -> new StepTime(row.getString("step"), row.getLong("millis")))
                .list();
    }

    /**
     * Time spent in one step.
     *
     * @param millis in milliseconds, all its runs together
     */
    public record StepTime(String step, long millis) {}

    private void fenced(Lease lease, String statement, Object... parameters) {
        transaction.executeWithoutResult(status -> {
            lease.fence();
            sql.sql(statement).params(parameters).update();
        });
    }

    ImportRecord create(NewImport fresh) {
        long id = sql.sql("""
                        insert into import (name, file_name, file_sha256, file_bytes, fingerprint, grid, dialect, header,
                                            settings, records, spool, output, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'STAGING') returning id
                        """)
                .params(
                        fresh.name(),
                        fresh.fileName(),
                        fresh.fileSha256(),
                        fresh.fileBytes(),
                        fresh.fingerprint(),
                        fresh.grid(),
                        fresh.dialect(),
                        fresh.header(),
                        fresh.settings(),
                        fresh.records(),
                        fresh.spool(),
                        fresh.output())
                .query(Long.class)
                .single();
        sql.sql("update import set continues = :origin where id = :id")
                .param("origin", fresh.continues())
                .param("id", id)
                .update();
        sql.sql("insert into lease (import_id) values (?)").param(id).update();
        // The check spares the rows a second reading when the table is attached.
        sql.sql(
                        "create table import_row_%1$d (like import_row including defaults including constraints, check (import_id = %1$d))"
                                .formatted(id))
                .update();
        sql.sql("create table outcome_%d partition of outcome for values in (%d)".formatted(id, id))
                .update();
        CopyText blocks = new CopyText(64 * fresh.blocks().size());
        for (StoredBlock block : fresh.blocks()) {
            blocks.field(id)
                    .field(block.no())
                    .field(block.offset())
                    .field(block.length())
                    .field(block.firstRow())
                    .field(block.firstLine())
                    .field(block.records())
                    .endRow();
        }
        copy.in(
                "copy block (import_id, no, byte_offset, byte_length, first_row, first_line, records) from stdin",
                blocks);
        return find(id).orElseThrow();
    }

    static ImportRecord read(ResultSet row, int number) throws SQLException {
        return new ImportRecord(
                row.getLong("id"),
                row.getString("name"),
                row.getString("file_name"),
                row.getString("file_sha256"),
                row.getLong("file_bytes"),
                row.getString("fingerprint"),
                row.getString("grid"),
                row.getString("dialect"),
                row.getString("header"),
                row.getString("settings"),
                row.getLong("records"),
                row.getString("spool"),
                ImportState.valueOf(row.getString("state")),
                row.getString("pause_code"),
                row.getString("pause_message"),
                row.getLong("duplicates"),
                row.getObject("continues", Long.class),
                row.getString("output"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return SqlTime.instant(row, column);
    }
}
