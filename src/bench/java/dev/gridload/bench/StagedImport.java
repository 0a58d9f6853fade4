package dev.gridload.bench;

import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.GridSettings;
import dev.gridload.grid.HttpGrid;
import dev.gridload.grid.RouteChoice;
import dev.gridload.grid.Sleeper;
import dev.gridload.job.JobDefinition;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.NewImport;
import dev.gridload.ledger.StoredBlock;
import dev.gridload.pipeline.BlockCheck;
import dev.gridload.pipeline.Delivery;
import dev.gridload.pipeline.ImportPipeline;
import dev.gridload.pipeline.ImportWork;
import dev.gridload.pipeline.SourceRows;
import dev.gridload.pipeline.read.InputOptions;
import dev.gridload.pipeline.read.Intake;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.Validator;
import dev.gridload.run.Mappings;
import dev.gridload.run.RuleSets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** An import as far as staged: its intake, then the importer's own steps before the first call to Grid. Never calls Grid. */
public final class StagedImport {

    private StagedImport() {}

    /** @param arguments the file, and GRIDLOAD_HOME */
    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        Path file = Path.of(arguments[0]);
        Path home = Path.of(arguments[1]);
        try (Ledger ledger = Ledger.embedded(home)) {
            Stopwatch intake = new Stopwatch();
            Path copy = home.resolve("bench-" + UUID.randomUUID() + ".csv");
            try {
                SpooledInput input = Intake.spool(file, copy, InputOptions.detect());
                intake.stop("intake");
                stage(ledger, input);
            } finally {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void stage(Ledger ledger, SpooledInput input) throws Exception {
        JobDefinition job = JobDefinition.defaults();
        Clock clock = Clock.systemUTC();
        Mapping mapping = Mappings.of(input.header(), job);
        BulkCsv bulkCsv = new BulkCsv(mapping.columns());
        Validator validator = new Validator(mapping, RuleSets.of(job), clock);
        Delivery delivery = new Delivery(
                job.sending().partRows(),
                job.sending().partBytes(),
                job.sending().jobs(),
                job.calls(),
                job.sending().settle(),
                null,
                false,
                Delivery.Existing.REPORTED,
                null);
        GridSettings nobody = new GridSettings(GridSettings.DOCUMENTED, "nobody", "nobody", 0);
        ImportRecord record = ledger.imports().findOrCreate(fresh(input));
        try (Lease lease = ledger.leases().acquire(record.id());
                SourceRows source = new SourceRows(input)) {
            ImportWork work = new ImportWork(
                    ledger,
                    lease,
                    new BlockCheck(
                            source,
                            validator,
                            bulkCsv,
                            new ExternalAccounts(false),
                            new RouteChoice(RouteChoice.Asked.BULK, input.records())),
                    bulkCsv,
                    new HttpGrid(nobody, clock, Sleeper.REAL),
                    delivery,
                    () -> {},
                    clock,
                    Sleeper.REAL);
            BatchRun batch = new BatchRun(ledger.dataSource(), ledger.transactionManager());
            Stopwatch step = new Stopwatch();
            batch.run(new ImportPipeline(batch.repository(), ledger.transactionManager(), work).untilStaged());
            step.stop("step");
            System.out.println(ledger.results().progress(record.id()));
        }
    }

    private static NewImport fresh(SpooledInput input) {
        return new NewImport(
                "bench",
                input.name(),
                input.sha256(),
                input.bytes(),
                UUID.randomUUID().toString(),
                "none",
                input.dialect().toString(),
                "[]",
                "{}",
                input.records(),
                input.file().toString(),
                "",
                input.blocks().stream()
                        .map(b -> new StoredBlock(
                                b.number(), b.offset(), b.length(), b.firstRow(), b.firstLine(), b.records()))
                        .toList());
    }
}
