package dev.gridload.job;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Every setting that is one value. Its key in a job file is the name of its option on the command line, and both are checked
 * here and nowhere else.
 */
public enum Setting {
    NAME(
            "name",
            Expected.text("1 to 64 letters, digits, \"-\" or \"_\"", "nightly", Pattern.compile("[A-Za-z0-9_-]{1,64}")),
            (job, value) -> job.name = value),
    INPUT(
            "input",
            Expected.text(
                    "a file or a pattern such as drop/*.csv", "drop/*.csv", Pattern.compile("(?s)(?=.*\\S)[^\0]+")),
            JobBuilder::input),
    CHARSET("charset", Expected.charset(), (job, value) -> job.charset = value),
    DELIMITER("delimiter", Expected.delimiter(), (job, value) -> job.delimiter = value),
    STRICT("strict", Expected.yesOrNo(), (job, value) -> job.strict = value),
    RULES("rules", Expected.oneOf(JobDefinition.RuleSet.class), (job, value) -> job.ruleSet = value),
    CONFIG("config", Expected.path("grid-config.json"), JobBuilder::config),
    PROBLEMS("problems", Expected.path("results/problems.csv"), JobBuilder::problems),
    MAX_SHOWN("max-shown", Expected.wholeNumber(0, 100_000, 20), (job, value) -> job.maxShown = value),
    OUTPUT("output", Expected.path("results"), JobBuilder::output),
    ARCHIVE("archive", Expected.path("archive"), JobBuilder::archive),
    PROFILE("profile", Expected.oneOf(JobDefinition.Profile.class), (job, value) -> job.profile = value),
    ROUTE("route", Expected.oneOf(JobDefinition.Route.class), (job, value) -> job.route = value),
    MODE("mode", Expected.oneOf(JobDefinition.Mode.class), (job, value) -> job.mode = value),
    PART_ROWS("part-rows", Expected.wholeNumber(1, 1_000_000, 5_000), (job, value) -> job.partRows = value),
    /** Grid's guide asks for uploads under 100 MB; the header and what frames the file come on top of the rows. */
    PART_BYTES("part-bytes", Expected.size("1KB", "99MB", "50MB"), (job, value) -> job.partBytes = value),
    JOBS("jobs", Expected.wholeNumber(1, 64, 4), (job, value) -> job.jobs = value),
    ACCOUNTS("accounts", Expected.oneOf(JobDefinition.AccountRoute.class), (job, value) -> job.accountRoute = value),
    ACCOUNTS_ONLY("accounts-only", Expected.yesOrNo(), (job, value) -> job.accountsOnly = value),
    CALLS("calls", Expected.wholeNumber(1, 64, 16), (job, value) -> job.calls = value),
    WAIT_ACTIVE("wait-active", Expected.duration("1s", "7d", "1h"), (job, value) -> job.waitActive = value),
    RATE("rate", Expected.decimal("10000", "20"), (job, value) -> job.rate = value),
    SETTLE("settle", Expected.duration("1s", "7d", "10m"), (job, value) -> job.settle = value),
    MAX_FAILURES("max-failures", Expected.failureLimit(), (job, value) -> job.maxFailures = value),
    DRY_RUN("dry-run", Expected.yesOrNo(), (job, value) -> job.dryRun = value),
    SANDBOX("sandbox", Expected.yesOrNo(), (job, value) -> job.sandbox = value);

    private final String key;
    private final String rule;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final BiConsumer<JobBuilder, String> assign;

    <T> Setting(String key, Expected<T> expected, BiConsumer<JobBuilder, T> put) {
        this.key = key;
        this.rule = expected.rule();
        this.assign = (job, text) -> put.accept(job, expected.read(key, text));
    }

    /** The key in a job file, and the option without its dashes. */
    public String key() {
        return key;
    }

    /** What a value must be, as a noun phrase, for help texts. */
    public String rule() {
        return rule;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    void assign(JobBuilder job, String text) {
        assign.accept(job, text);
    }
}
