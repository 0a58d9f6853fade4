package dev.gridload.cli;

import dev.gridload.job.JobBuilder;
import dev.gridload.job.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How rows go to Grid, and where results go. */
final class SendingOptionsGroup {

    @Option(names = "--output", paramLabel = "DIR", description = "Folder of the result files (beside the input).")
    private @Nullable String output;

    @Option(
            names = "--route",
            paramLabel = "NAME",
            description = "bulk (default), direct or auto: how customers are created.")
    private @Nullable String route;

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            description =
                    "What happens to customers that Grid has already: create (default) sends them like all others "
                            + "and reports them, skip looks first and sends nothing of them, upsert changes what differs.")
    private @Nullable String mode;

    @Option(names = "--part-rows", paramLabel = "N", description = "Rows of one upload at most (5,000).")
    private @Nullable String partRows;

    @Option(names = "--part-bytes", paramLabel = "SIZE", description = "Size of one upload at most (50MB).")
    private @Nullable String partBytes;

    @Option(names = "--jobs", paramLabel = "N", description = "Grid jobs under way at the same time (4).")
    private @Nullable String jobs;

    @Option(
            names = "--accounts",
            paramLabel = "HOW",
            description =
                    "inline (default): with their customers where the upload can carry them; external: each by a call.")
    private @Nullable String accounts;

    @Option(names = "--accounts-only", description = "Add accounts to customers that are in Grid; create no customer.")
    private boolean accountsOnly;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description =
                    "Single calls to Grid at the same time at most (16, or a tenth of the rate, but no more than 64).")
    private @Nullable String calls;

    @Option(
            names = "--wait-active",
            paramLabel = "DURATION",
            description = "How long to wait until Grid calls accounts active (not at all).")
    private @Nullable String waitActive;

    @Option(names = "--rate", paramLabel = "N", description = "Requests per second to Grid at most (no limit).")
    private @Nullable String rate;

    @Option(
            names = "--settle",
            paramLabel = "DURATION",
            description = "How long a customer that Grid created may be missing from its lists (10m).")
    private @Nullable String settle;

    @Option(
            names = "--max-failures",
            paramLabel = "N|N%%",
            description = "Stop when more rows than this were rejected or failed.")
    private @Nullable String maxFailures;

    void apply(JobBuilder job) {
        Map<Setting, @Nullable String> given = new LinkedHashMap<>();
        given.put(Setting.OUTPUT, output);
        given.put(Setting.ROUTE, route);
        given.put(Setting.MODE, mode);
        given.put(Setting.PART_ROWS, partRows);
        given.put(Setting.PART_BYTES, partBytes);
        given.put(Setting.JOBS, jobs);
        given.put(Setting.ACCOUNTS, accounts);
        given.put(Setting.ACCOUNTS_ONLY, accountsOnly ? "true" : null);
        given.put(Setting.CALLS, calls);
        given.put(Setting.WAIT_ACTIVE, waitActive);
        given.put(Setting.RATE, rate);
        given.put(Setting.SETTLE, settle);
        given.put(Setting.MAX_FAILURES, maxFailures);
        Overrides.apply(job, given);
    }
}
