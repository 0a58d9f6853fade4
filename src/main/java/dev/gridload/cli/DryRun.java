package dev.gridload.cli;

import dev.gridload.grid.GridSettings;
import dev.gridload.grid.RouteChoice.Reason;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.read.InputSource;
import dev.gridload.pipeline.validate.RequiredFields;
import dev.gridload.run.ProviderFields;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An import that sends nothing: its inputs are checked as the import would check them. */
final class DryRun {

    private final JobDefinition job;
    private final Terminal terminal;
    private final Clock clock = Clock.systemUTC();

    DryRun(JobDefinition job, Terminal terminal) {
        this.job = job;
        this.terminal = terminal;
    }

    /** @param grid who is asked which fields it requires, where the job names no saved answer */
    ExitCode run(List<InputSource> inputs, Supplier<GridSettings> grid, boolean json) {
        CheckScreen screen = new CheckScreen(terminal, inputs.size());
        ExitCode code = new FileChecks(job, required(grid), terminal, clock)
                .run(
                        inputs,
                        checked -> {
                            screen.show(checked);
                            tell(checked.findings().good(), checked.routes());
                        },
                        screen::show);
        screen.total();
        if (json) {
            terminal.data(Json.document(Map.of("command", "import --dry-run", "files", screen.documents(true))));
        }
        return code;
    }

    private RequiredFields required(Supplier<GridSettings> grid) {
        if (job.rules().config() != null) {
            return ProviderFields.saved(job.rules().config());
        }
        GridSettings settings;
        try {
            settings = grid.get();
        } catch (BadArgument noGrid) {
            terminal.say(terminal.dim("Grid was not asked which fields it requires for a currency: "
                    + noGrid.getMessage() + ". Rows are checked without that."));
            return RequiredFields.NONE;
        }
        return ProviderFields.asked(settings, clock, note -> terminal.say(terminal.dim(note)));
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
