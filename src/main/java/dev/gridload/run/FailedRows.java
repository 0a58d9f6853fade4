package dev.gridload.run;

import dev.gridload.job.JobDefinition;
import dev.gridload.job.Setting;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.NewImport;
import dev.gridload.pipeline.SourceRows;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.report.RowExtract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a finished import that Grid refused, as an input of their own. */
final class FailedRows {

    private final Ledger ledger;
    private final Spool spool;

    FailedRows(Ledger ledger, Spool spool) {
        this.ledger = ledger;
        this.spool = spool;
    }

    /**
     * Makes the import that takes them up.
     *
     * @param code only rows that Grid refused with this code; null for all
     * @throws Impossible when there are none, or none left
     */
    ImportRecord takeUp(ImportRecord origin, @Nullable String code) {
        requireRows(origin);
        List<Long> rows = ledger.retries().left(origin.id(), code);
        if (rows.isEmpty()) {
            throw nothingLeft(origin, code);
        }
        boolean ofAccounts = ledger.accounts().failed(origin.id());
        JobDefinition job = StoredSettings.fromJson(origin.settings()).toBuilder()
                .set(Setting.CHARSET, "UTF-8")
                .set(Setting.DELIMITER, "comma")
                .build();
        Set<Long> wanted = new HashSet<>(rows);
        SpooledInput input;
        try (SourceRows source = new SourceRows(spool.reopen(origin))) {
            input = spool.keep(
                    file -> RowExtract.write(file, source.originalHeader(), source::visitOriginals, wanted::contains),
                    job);
        }
        return ledger.retries()
                .take(
                        new NewImport(
                                origin.name(),
                                fileName(origin),
                                input.sha256(),
                                input.bytes(),
                                Fingerprint.ofRetry(origin.id(), input.sha256(), input.dialect(), job, origin.grid()),
                                origin.grid(),
                                input.dialect().toString(),
                                StoredHeader.toJson(input.header()),
                                ofAccounts ? StoredSettings.accountsApart(origin.settings()) : origin.settings(),
                                input.records(),
                                input.file().toString(),
                                origin.output(),
                                Spool.stored(input.blocks()),
                                origin.id()),
                        origin.id(),
                        rows);
    }

    /**
     * The same with every account by a call of its own. Where accounts have failed, the customers of some rows are in Grid: an
     * upload would leave them as they are, and their accounts would be lost.
     */
    static JobDefinition accountsApart(JobDefinition job) {
        return job.toBuilder().set(Setting.ACCOUNTS, "external").build();
    }

    private void requireRows(ImportRecord origin) {
        if (origin.isUnfinished()) {
            throw new Impossible("import " + origin.id()
                    + " is not finished; its failed rows are known when it is. To continue: gridload resume "
                    + origin.id());
        }
        if (origin.state() == ImportState.ABANDONED) {
            throw new Impossible(
                    "import " + origin.id() + " was given up. To import its file anew: " + origin.commandAnew());
        }
        if (ledger.purges().purged(origin.id())) {
            throw new Impossible("the rows of import " + origin.id() + " were purged; import its file anew");
        }
    }

    private Impossible nothingLeft(ImportRecord origin, @Nullable String code) {
        String rows = code == null ? "no failed row" : "no row that failed with " + code;
        return ledger.retries()
                .newestOf(origin.id())
                .map(taker -> new Impossible(rows + " of import " + origin.id() + " is left: import " + taker.id()
                        + " has taken them up. "
                        + (taker.isUnfinished()
                                ? "To continue it: gridload resume " + taker.id()
                                : "To see it: gridload status " + taker.id())))
                .orElseGet(() -> new Impossible("import " + origin.id() + " has " + rows + "; nothing was sent"));
    }

    private static String fileName(ImportRecord origin) {
        String name = origin.fileName().replaceFirst("(?i)([.](csv|tsv|txt|gz|zip|xlsx))+$", "");
        return (name.endsWith("_retry") ? name : name + "_retry") + ".csv";
    }
}
