package dev.gridload.cli;

import dev.gridload.grid.GridProblem;
import dev.gridload.grid.GridSettings;
import dev.gridload.grid.RouteChoice.Reason;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.FileCheck.Found;
import dev.gridload.pipeline.Forecast.Figures;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.read.SpooledInput;
import dev.gridload.pipeline.validate.RequiredFields;
import dev.gridload.run.Forecasts;
import dev.gridload.run.ProviderFields;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An import that sends nothing: its inputs are checked as the import would check them, and Grid is asked what it has of them. */
final class DryRun {

    private final JobDefinition job;
    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    DryRun(JobDefinition job, Terminal terminal) {
        this.job = job;
        this.terminal = terminal;
    }

    /** @param grid who is asked which fields it requires, where the job names no saved answer, and which customers it has */
    ExitCode run(List<InputSource> inputs, Supplier<GridSettings> grid, boolean json) {
        CheckScreen screen = new CheckScreen(terminal, inputs.size());
        GridSettings settings = known(grid);
        RequiredFields required = required(settings);
        ExitCode code = new FileChecks(
                        job, required, terminal, clock, (input, found) -> look(input, found, required, settings))
                .run(
                        inputs,
                        checked -> {
                            screen.show(checked);
                            tell(checked.findings().good(), checked.routes());
                            if (checked.forecast() != null) {
                                ForecastWords.of(job, checked.forecast()).forEach(terminal::say);
                            }
                        },
                        screen::show);
        screen.total();
        if (json) {
            terminal.data(Json.ofFiles("import --dry-run", screen.documents(true)));
        }
        return code;
    }

    private @Nullable GridSettings known(Supplier<GridSettings> grid) {
        try {
            return grid.get();
        } catch (BadArgument noGrid) {
            String what = job.rules().config() == null ? "fields it requires for a currency" : "customers it has";
            terminal.say(terminal.dim("Grid was not asked which " + what + ": " + noGrid.getMessage()
                    + ". Rows are checked without that."));
            return null;
        }
    }

    private RequiredFields required(@Nullable GridSettings grid) {
        if (job.rules().config() != null) {
            return ProviderFields.saved(job.rules().config());
        }
        return grid == null
                ? RequiredFields.NONE
                : ProviderFields.asked(grid, clock, note -> terminal.say(terminal.dim(note)));
    }

    private @Nullable Figures look(
            SpooledInput input, Found found, RequiredFields required, @Nullable GridSettings grid) {
        if (grid == null || found.valid() == 0) {
            return null;
        }
        try {
            return new Forecasts(job, required, grid, clock).of(input, found.setAside());
        } catch (GridProblem e) {
            terminal.say(terminal.dim("Grid did not say which customers it has (" + e.getMessage() + ")"));
            return null;
        }
    }

    private void tell(long good, Map<Reason, Long> routes) {
        if (job.accounts().only()) {
            terminal.say("Dry run: " + Words.count(good, "account")
                    + " would be sent to customers that are in Grid; nothing was sent.");
            return;
        }
        long direct = routes.entrySet().stream()
                .filter(reason -> reason.getKey().direct())
                .mapToLong(Map.Entry::getValue)
                .sum();
        long bulk = good - direct;
        if (direct == 0) {
            terminal.say("Dry run: " + Words.count(bulk, "customer") + " would be sent by the bulk route in "
                    + Words.count(parts(bulk), "part") + "; nothing was sent.");
            return;
        }
        terminal.say("Dry run: " + Words.count(good, "row") + " would be sent, " + Words.count(bulk)
                + " by the bulk route in " + Words.count(parts(bulk), "part") + ", " + Words.count(direct)
                + " by the direct route; nothing was sent.");
        routes.forEach((reason, rows) -> terminal.say("  " + Words.count(rows, "row") + " by the "
                + (reason.direct() ? "direct" : "bulk") + " route because " + reason.words()));
    }

    private long parts(long rows) {
        return (rows + job.sending().partRows() - 1) / job.sending().partRows();
    }
}
