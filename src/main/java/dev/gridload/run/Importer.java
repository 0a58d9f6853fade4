package dev.gridload.run;

import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.GridSettings;
import dev.gridload.grid.HttpGrid;
import dev.gridload.grid.Sleeper;
import dev.gridload.job.FailureLimit;
import dev.gridload.job.JobBuilder;
import dev.gridload.job.JobDefinition;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.NewImport;
import dev.gridload.pipeline.BlockCheck;
import dev.gridload.pipeline.Delivery;
import dev.gridload.pipeline.HeaderProblem;
import dev.gridload.pipeline.ImportWork;
import dev.gridload.pipeline.SourceRows;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.report.Report;
import dev.gridload.pipeline.report.UnfinishedFiles;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.RequiredFields;
import dev.gridload.pipeline.validate.Validator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs imports: takes a file in, carries it to its end, and can take up again what was interrupted. */
public final class Importer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private final Ledger ledger;
    private final Spool spool;
    private final ResultWriter results;
    private final BatchEngine engine;
    private final KnownImports known;
    private final Clock clock;
    private volatile @Nullable Lease current;
    private volatile boolean stopped;
    private volatile @Nullable Duration settle;

    public Importer(Ledger ledger, Home home, Clock clock) {
        this.ledger = ledger;
        this.spool = new Spool(home, ledger, clock);
        this.results = new ResultWriter(ledger, home, clock);
        this.engine = new BatchEngine(ledger);
        this.known = new KnownImports(ledger);
        this.clock = clock;
    }

    /**
     * Imports a file, or what is piped in. The same bytes, read in the same way for the same Grid, is the same import: it is continued where it
     * stopped, or its earlier result is given when it was finished.
     *
     * @param onNote told how the file was read, a clause at a time, where that is worth knowing
     * @param onStart told the import's number before its rows are touched
     * @throws dev.gridload.pipeline.read.InputProblem when the file cannot be read at all
     * @throws HeaderProblem when its columns cannot be understood
     * @throws dev.gridload.ledger.ImportIsRunning when another process runs this import
     */
    public RunReport run(
            InputSource source,
            JobDefinition job,
            Target target,
            Consumer<String> onNote,
            Consumer<ImportRecord> onStart) {
        Path output = outputFor(source.file(), job);
        Report.prepare(output);
        SpooledInput input = spool.takeIn(source, job);
        input.notes().forEach(onNote);
        Mapping mapping = Mappings.of(input.header(), job);
        List<Problem> header = mapping.problems(RuleSets.of(job));
        requireUsable(source, header);
        String fingerprint = Fingerprint.of(input.sha256(), input.dialect(), job, target.identity());
        if (target.isThrowaway()) {
            abandonOrphan(fingerprint);
        }
        Optional<Long> origin = FailedFile.origin(source.fileName(), input.header(), ledger.imports());
        boolean ofAccounts = origin.isPresent() && ledger.accounts().failed(origin.get());
        JobDefinition settings = ofAccounts ? FailedRows.accountsApart(job) : job;
        ImportRecord record = ledger.imports()
                .findOrCreate(new NewImport(
                        job.name(),
                        source.fileName(),
                        input.sha256(),
                        input.bytes(),
                        fingerprint,
                        target.identity(),
                        input.dialect().toString(),
                        StoredHeader.toJson(input.header()),
                        StoredSettings.toJson(settings, requiredFields(fingerprint, job, target, onNote)),
                        input.records(),
                        input.file().toString(),
                        output.toString(),
                        Spool.stored(input.blocks()),
                        origin.orElse(null)));
        known.requireNotUndone(record);
        Path chosen = job.results().output() == null ? null : output;
        return run(record, atThePaceOf(job, record), target.settings(), chosen, onStart)
                .noting(ReadNotes.of(input, header));
    }

    /** What is sent was decided when the import began; how fast, and how many failures are too many, is today's question. */
    private static JobDefinition atThePaceOf(JobDefinition job, ImportRecord record) {
        JobBuilder settings = StoredSettings.fromJson(record.settings()).toBuilder();
        settings.pace(job.sending());
        return settings.build();
    }

    /**
     * Continues an import by its number, with the settings that the ledger keeps. A finished one is not touched.
     *
     * @param changes settings for this run only
     * @param gridOf the Grid for the settings that came of it; must be the one that the import went to
     * @param onStart told the import before its rows are touched
     * @throws Impossible when there is nothing to continue, or not with this Grid
     * @throws dev.gridload.ledger.ImportIsRunning when another process runs this import
     */
    public RunReport resume(
            long id,
            Consumer<JobBuilder> changes,
            Function<JobDefinition, Target> gridOf,
            Consumer<ImportRecord> onStart) {
        ImportRecord record = known.get(id);
        known.requireContinuable(record);
        JobBuilder settings = StoredSettings.fromJson(record.settings()).toBuilder();
        changes.accept(settings);
        JobDefinition job = settings.build();
        if (record.state() == ImportState.FINISHED) {
            return finished(record);
        }
        Target target = gridOf.apply(job);
        known.requireSameGrid(record, target);
        Report.prepare(Path.of(record.output()));
        return run(record, job, target.settings(), null, onStart);
    }

    /**
     * Imports the rows that Grid refused once more, as a new import that continues the finished one.
     *
     * @param code only rows that Grid refused with this code; null for all
     * @param gridOf the Grid for the settings of the import; must be the one that it went to
     * @throws Impossible when there is nothing to retry, or not with this Grid
     */
    public RunReport retry(
            long id, @Nullable String code, Function<JobDefinition, Target> gridOf, Consumer<ImportRecord> onStart) {
        ImportRecord origin = known.get(id);
        known.requireNotUndone(origin);
        known.requireLastingGrid(origin);
        JobDefinition job = StoredSettings.fromJson(origin.settings());
        Target target = gridOf.apply(job);
        known.requireSameGrid(origin, target);
        Report.prepare(Path.of(origin.output()));
        ImportRecord record = new FailedRows(ledger, spool).takeUp(origin, code);
        return run(record, StoredSettings.fromJson(record.settings()), target.settings(), null, onStart);
    }

    /** @param output folder of the result files from now on; null for the one that the import has */
    private RunReport run(
            ImportRecord record,
            JobDefinition job,
            GridSettings grid,
            @Nullable Path output,
            Consumer<ImportRecord> onStart) {
        if (record.state() == ImportState.FINISHED) {
            return finished(record);
        }
        if (record.state() == ImportState.STAGING) {
            Validator.prepare();
        }
        List<Path> files;
        try (Lease lease = ledger.leases().acquire(record.id())) {
            current = lease;
            if (stopped) {
                lease.askToStop();
            }
            if (output != null) {
                ledger.imports().writeTo(lease, output.toString());
            }
            // Whoever had it before may have ended it between the look at it and the lease.
            ImportRecord ours = known.get(record.id());
            if (!ours.isUnfinished()) {
                return finished(ours, missingFiles(ours, lease));
            }
            onStart.accept(ours);
            log.info("import {} of {} records to {} begins", ours.id(), ours.records(), ours.grid());
            files = carry(ours, job, grid, lease);
        }
        ImportRecord after = known.get(record.id());
        log.info("import {} is {}", after.id(), after.state());
        return new RunReport(after, ledger.results().progress(after.id()), false, files);
    }

    /** How many rows the result files have that are being written; 0 where none are. */
    public long told() {
        return results.told();
    }

    /** How long the import that runs asks Grid for what is in doubt; null before it has begun. */
    public @Nullable Duration settle() {
        return settle;
    }

    private RunReport finished(ImportRecord record) {
        if (!ledger.imports().awaitsReport(record.id())) {
            return finished(record, List.of());
        }
        try (Lease lease = ledger.leases().acquire(record.id())) {
            return finished(record, missingFiles(record, lease));
        }
    }

    private RunReport finished(ImportRecord record, List<Path> files) {
        return new RunReport(record, ledger.results().progress(record.id()), true, files);
    }

    /** The process that finished the import may have ended before its result files were in place. */
    private List<Path> missingFiles(ImportRecord record, Lease lease) {
        if (!ledger.imports().awaitsReport(record.id())) {
            return List.of();
        }
        UnfinishedFiles.remove(Path.of(record.output()), record.id(), clock.instant());
        engine.closeWhatACrashLeft(lease);
        List<Path> files = results.write(record.id(), Path.of(record.output()));
        ledger.imports().reported(lease);
        return files;
    }

    private List<Path> carry(ImportRecord record, JobDefinition job, GridSettings grid, Lease lease) {
        UnfinishedFiles.remove(Path.of(record.output()), record.id(), clock.instant());
        SpooledInput input = spool.reopen(record);
        Mapping mapping = Mappings.of(input.header(), job);
        BulkCsv bulkCsv = Routes.upload(job, mapping.columns());
        ExternalAccounts externalAccounts = Routes.externalAccounts(job);
        Validator validator = new Validator(
                mapping, RuleSets.of(job), StoredSettings.required(record.settings()), Routes.scope(job), clock);
        settle = job.sending().settle();
        FailureLimit limit = job.sending().maxFailures();
        Delivery delivery = new Delivery(
                job.sending().partRows(),
                job.sending().partBytes(),
                job.sending().jobs(),
                job.calls(),
                job.sending().settle(),
                job.accounts().waitActive(),
                job.accounts().only(),
                existing(job),
                limit == null ? null : limit::exceededBy);
        ledger.imports().clearPause(lease);
        ledger.submissions().doubtWhatADeadOwnerSent(lease);
        ledger.accounts().doubtWhatADeadOwnerSent(lease);
        ledger.staging().fileProblems(lease, mapping.problems(RuleSets.of(job)));
        List<Path> files = new ArrayList<>();
        try (SourceRows source = new SourceRows(input)) {
            ImportWork work = new ImportWork(
                    ledger,
                    lease,
                    new BlockCheck(source, validator, bulkCsv, externalAccounts, Routes.of(job, record.records())),
                    bulkCsv,
                    new HttpGrid(
                            grid,
                            clock,
                            Sleeper.heeding(lease::stopRequested),
                            new LastingPatience(ledger.gridHolds(), record.grid())),
                    delivery,
                    () -> files.addAll(results.write(record.id(), Path.of(record.output()))),
                    clock,
                    Sleeper.REAL);
            engine.run(lease, work);
        }
        ledger.imports().reported(lease);
        return files;
    }

    private static Delivery.Existing existing(JobDefinition job) {
        return switch (job.sending().mode()) {
            case CREATE -> Delivery.Existing.REPORTED;
            case SKIP -> Delivery.Existing.SKIPPED;
            case UPSERT -> Delivery.Existing.UPDATED;
        };
    }

    /** Asked once, when the import is new: later runs go by what is stored with it. */
    private RequiredFields requiredFields(
            String fingerprint, JobDefinition job, Target target, Consumer<String> onNote) {
        if (job.rules().config() != null) {
            return ProviderFields.saved(job.rules().config());
        }
        return ledger.imports().withFingerprint(fingerprint).isPresent()
                ? RequiredFields.NONE
                : ProviderFields.asked(target.settings(), clock, onNote);
    }

    /** A throw-away Grid ended with the process that ran it, and with it all that an unfinished import had sent there. */
    private void abandonOrphan(String fingerprint) {
        ledger.imports()
                .withFingerprint(fingerprint)
                .filter(record -> record.state() != ImportState.FINISHED)
                .ifPresent(record -> {
                    try (Lease lease = ledger.leases().acquire(record.id())) {
                        ledger.imports().abandon(lease);
                    }
                });
    }

    /** What is piped in has no folder of its own: its results stay in the current one. */
    private static Path outputFor(@Nullable Path file, JobDefinition job) {
        Path chosen = job.results().output();
        Path beside = file == null ? null : file.toAbsolutePath().getParent();
        return (chosen != null ? chosen : beside == null ? Path.of("") : beside)
                .toAbsolutePath()
                .normalize();
    }

    private static void requireUsable(InputSource source, List<Problem> header) {
        List<Problem> errors = header.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new HeaderProblem(source.name(), errors);
        }
    }

    /** Asks the import in progress to stop at its next safe point, and takes up no other. May be called from any thread. */
    public void stop() {
        stopped = true;
        Lease lease = current;
        if (lease != null) {
            lease.askToStop();
        }
    }

    public boolean stopped() {
        return stopped;
    }

    /** The import that this process has taken up last; empty before the first. May be called from any thread. */
    public Optional<Long> current() {
        return Optional.ofNullable(current).map(Lease::importId);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
