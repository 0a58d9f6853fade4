package dev.gridload.cli;

import dev.gridload.job.JobBuilder;
import dev.gridload.job.Setting;
import dev.gridload.pipeline.validate.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file is read and judged; the same for checking it and for importing it. */
final class InputOptionsGroup {

    @Option(
            names = "--rules",
            paramLabel = "SET",
            description = "production: failed check digits are errors (default). sandbox: they are warnings.")
    private @Nullable String rules;

    @Option(
            names = "--rule",
            paramLabel = "CODE=WEIGHT",
            description = "error, warning or off for one rule, for example ABA_CHECKSUM=warning; may be repeated.")
    private List<String> weights = List.of();

    @Option(names = "--strict", description = "Values that had to be mended are errors instead of warnings.")
    private boolean strict;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Saved answer of Grid's GET /config: which fields a currency requires.")
    private @Nullable String config;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "guides (default) or openapi: which description of Grid is spoken.")
    private @Nullable String profile;

    @Option(
            names = "--problems",
            paramLabel = "FILE",
            description = "Write every problem to FILE: CSV, or JSON lines when it ends in .jsonl.")
    private @Nullable String problems;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Character set of the file; UTF-8, or what is detected and said, when not given.")
    private @Nullable String charset;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "Field delimiter; found in the header when not given.")
    private @Nullable String delimiter;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML file that names which source column is which Grid column.")
    @Nullable
    String mapping;

    @Option(names = "--max-shown", paramLabel = "N", description = "Problems shown on the screen (20).")
    private @Nullable String maxShown;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    boolean json;

    void apply(JobBuilder job) {
        Map<Setting, @Nullable String> given = new LinkedHashMap<>();
        given.put(Setting.RULES, rules);
        given.put(Setting.STRICT, strict ? "true" : null);
        given.put(Setting.CONFIG, config);
        given.put(Setting.PROFILE, profile);
        given.put(Setting.PROBLEMS, problems);
        given.put(Setting.CHARSET, charset);
        given.put(Setting.DELIMITER, delimiter);
        given.put(Setting.MAX_SHOWN, maxShown);
        Overrides.apply(job, given);
        weights.forEach(weight -> job.rule(weight, Rules.adjustable()));
    }
}
