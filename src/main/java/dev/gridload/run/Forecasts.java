package dev.gridload.run;

import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.GridSettings;
import dev.gridload.grid.HttpGrid;
import dev.gridload.grid.Sleeper;
import dev.gridload.job.JobDefinition;
import dev.gridload.job.JobDefinition.Mode;
import dev.gridload.pipeline.BlockCheck;
import dev.gridload.pipeline.Forecast;
import dev.gridload.pipeline.SourceRows;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.validate.Mapping;
import dev.gridload.pipeline.validate.RequiredFields;
import dev.gridload.pipeline.validate.Validator;
import java.time.Clock;
import java.util.BitSet;

/** What imports would do to the customers that Grid has, said without a ledger and by reading from Grid only. */
public final class Forecasts {

    private final JobDefinition job;
    private final RequiredFields required;
    private final HttpGrid grid;
    private final Clock clock;

    public Forecasts(JobDefinition job, RequiredFields required, GridSettings grid, Clock clock) {
        this.job = job;
        this.required = required;
        this.grid = new HttpGrid(grid, clock, Sleeper.REAL);
        this.clock = clock;
    }

    /**
     * Of an input that was checked.
     *
     * @param setAside records that would not be sent though nothing is wrong with them alone
     * @throws dev.gridload.grid.GridProblem when Grid cannot be asked
     */
    public Forecast.Figures of(SpooledInput input, BitSet setAside) {
        Mapping mapping = Mappings.of(input.header(), job);
        BulkCsv bulkCsv = Routes.upload(job, mapping.columns());
        Validator validator = Validator.forShortRun(mapping, RuleSets.of(job), required, Routes.scope(job), clock);
        ExternalAccounts accounts = Routes.externalAccounts(job);
        try (SourceRows source = new SourceRows(input)) {
            BlockCheck check = new BlockCheck(source, validator, bulkCsv, accounts, Routes.of(job, input.records()));
            return new Forecast(check, bulkCsv.header(), grid, new CallPool(job.calls()))
                    .of(Spool.stored(input.blocks()), setAside, job.sending().mode() == Mode.UPSERT);
        }
    }
}
