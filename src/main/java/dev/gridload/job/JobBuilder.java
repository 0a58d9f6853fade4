package dev.gridload.job;

import dev.gridload.job.JobDefinition.AccountRoute;
import dev.gridload.job.JobDefinition.Accounts;
import dev.gridload.job.JobDefinition.Format;
import dev.gridload.job.JobDefinition.Mapping;
import dev.gridload.job.JobDefinition.Mode;
import dev.gridload.job.JobDefinition.Notification;
import dev.gridload.job.JobDefinition.Profile;
import dev.gridload.job.JobDefinition.Results;
import dev.gridload.job.JobDefinition.Route;
import dev.gridload.job.JobDefinition.RuleSet;
import dev.gridload.job.JobDefinition.Rules;
import dev.gridload.job.JobDefinition.Schedule;
import dev.gridload.job.JobDefinition.Sending;
import dev.gridload.job.JobDefinition.Weight;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects settings until they are a {@link JobDefinition}. For one thread. */
public final class JobBuilder {

    private final Path folder;

    String name = "import";
    private @Nullable InputPattern input;

    @Nullable
    Charset charset;

    @Nullable
    Character delimiter;

    private Mapping mapping = Mapping.NONE;
    RuleSet ruleSet = RuleSet.PRODUCTION;
    boolean strict;
    Map<String, Weight> overrides = Map.of();
    private @Nullable Path config;
    private @Nullable Path problems;
    int maxShown = 20;
    private @Nullable Path output;
    private @Nullable Path archive;
    Profile profile = Profile.GUIDES;
    Route route = Route.BULK;
    Mode mode = Mode.CREATE;
    int partRows = 5_000;
    long partBytes = 50_000_000;
    int jobs = 4;
    AccountRoute accountRoute = AccountRoute.INLINE;

    @Nullable
    Integer calls;

    @Nullable
    Duration waitActive;

    boolean accountsOnly;

    @Nullable
    BigDecimal rate;

    Duration settle = Duration.ofMinutes(10);

    @Nullable
    FailureLimit maxFailures;

    @Nullable
    Schedule schedule;

    @Nullable
    Notification notification;

    boolean dryRun;
    boolean sandbox;

    /** @param folder what relative paths are relative to */
    JobBuilder(Path folder) {
        this.folder = folder;
    }

    JobBuilder(JobDefinition job) {
        this(Path.of(""));
        name = job.name();
        input = job.input();
        charset = job.format().charset();
        delimiter = job.format().delimiter();
        mapping = job.mapping();
        ruleSet = job.rules().set();
        strict = job.rules().strict();
        overrides = job.rules().overrides();
        config = job.rules().config();
        problems = job.results().problems();
        maxShown = job.results().maxShown();
        output = job.results().output();
        archive = job.results().archive();
        profile = job.sending().profile();
        route = job.sending().route();
        mode = job.sending().mode();
        partRows = job.sending().partRows();
        partBytes = job.sending().partBytes();
        jobs = job.sending().jobs();
        accountRoute = job.accounts().route();
        calls = job.accounts().calls();
        waitActive = job.accounts().waitActive();
        accountsOnly = job.accounts().only();
        rate = job.sending().rate();
        settle = job.sending().settle();
        maxFailures = job.sending().maxFailures();
        schedule = job.schedule();
        notification = job.notification();
        dryRun = job.dryRun();
        sandbox = job.sandbox();
    }

    /**
     * Sets one setting from its text.
     *
     * @throws IllegalSetting with key, value and rule
     */
    public JobBuilder set(Setting setting, String text) {
        setting.assign(this, text);
        return this;
    }

    /**
     * Weighs one rule otherwise, from text such as {@code ABA_CHECKSUM=warning}.
     *
     * @param codes the rules that can be weighed otherwise
     * @throws IllegalSetting where the code is none of them, or the weight none
     */
    public JobBuilder rule(String text, Set<String> codes) {
        int equals = text.indexOf('=');
        String code = equals < 0 ? text : text.substring(0, equals);
        RuleWeights.requireKnown("rule", code, codes);
        Weight weight = RuleWeights.WEIGHT.read("rule", equals < 0 ? "" : text.substring(equals + 1));
        return weigh(code, weight);
    }

    /** Weighs one rule otherwise. The code is taken as it is. */
    public JobBuilder weigh(String code, Weight weight) {
        Map<String, Weight> more = new LinkedHashMap<>(overrides);
        more.put(code, weight);
        overrides = more;
        return this;
    }

    /** How fast, how patient and how many failures are too many; not what is sent. */
    public JobBuilder pace(Sending sending) {
        jobs = sending.jobs();
        rate = sending.rate();
        settle = sending.settle();
        maxFailures = sending.maxFailures();
        return this;
    }

    public JobBuilder mapping(Mapping words) {
        mapping = words;
        return this;
    }

    /**
     * The definition as it stands now.
     *
     * @throws IllegalSetting where two settings exclude each other
     */
    public JobDefinition build() {
        conflicts().stream().findFirst().ifPresent(conflict -> {
            throw conflict;
        });
        return new JobDefinition(
                name,
                input,
                new Format(charset, delimiter),
                mapping,
                new Rules(ruleSet, strict, overrides, config),
                new Sending(profile, route, mode, partRows, partBytes, jobs, rate, settle, maxFailures),
                new Accounts(accountRoute, calls, waitActive, accountsOnly),
                new Results(output, archive, problems, maxShown),
                schedule,
                notification,
                dryRun,
                sandbox);
    }

    /** A pattern that also matches what a run leaves behind would import its own results the next time. */
    List<IllegalSetting> conflicts() {
        List<IllegalSetting> conflicts = new ArrayList<>();
        if (input != null && input.isPattern() && (output == null || input.readsFrom(output))) {
            conflicts.add(new IllegalSetting(
                    Setting.OUTPUT.key(),
                    "result files would land in the folder that the input pattern reads",
                    "Name another folder, for example: output: results"));
        }
        if (input != null && archive != null && input.readsFrom(archive)) {
            conflicts.add(new IllegalSetting(
                    Setting.ARCHIVE.key(),
                    "imported files would stay in the folder that the input is read from",
                    "Name another folder, for example: archive: done"));
        }
        if (accountsOnly && mode != Mode.CREATE) {
            conflicts.add(new IllegalSetting(
                    Setting.MODE.key(),
                    "says what happens to customers, and with accounts-only none is sent",
                    "Leave out mode or accounts-only"));
        }
        return conflicts;
    }

    void input(String pattern) {
        input = InputPattern.of(pattern, folder);
    }

    void config(Path file) {
        config = folder.resolve(file);
    }

    void problems(Path file) {
        problems = folder.resolve(file);
    }

    void output(Path to) {
        output = folder.resolve(to);
    }

    void archive(Path to) {
        archive = folder.resolve(to);
    }
}
