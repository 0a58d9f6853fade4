package dev.gridload.job;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one named import. Immutable and checked: {@link JobFile} reads one, {@link #toBuilder()} lets the command
 * line override single settings under the same rules.
 *
 * @param name of the job; the file's name where the job file gives none
 * @param input what to read; null until an input was named
 * @param schedule null for a job that only runs by hand
 * @param notification null where nobody is told
 * @param dryRun read and validate only; nothing is sent
 * @param sandbox send to a local Grid that lives as long as the run
 */
public record JobDefinition(
        String name,
        @Nullable InputPattern input,
        Format format,
        Mapping mapping,
        Rules rules,
        Sending sending,
        Accounts accounts,
        Results results,
        @Nullable Schedule schedule,
        @Nullable Notification notification,
        boolean dryRun,
        boolean sandbox) {

    private static final int CALLS = 16;
    private static final int MOST_CALLS = 64;

    /** Single calls to Grid under way at a time: as many as were asked for, else enough for a rate whose answers take a tenth of a second. */
    public int calls() {
        Integer asked = accounts.calls();
        if (asked != null) {
            return asked;
        }
        int needed = sending.rate() == null ? CALLS : sending.rate().intValue() / 10;
        return Math.max(CALLS, Math.min(MOST_CALLS, needed));
    }

    /** Every setting at its default; relative paths are relative to the current folder. */
    public static JobDefinition defaults() {
        return new JobBuilder(Path.of("")).build();
    }

    /** A copy to change. Relative paths given from here on are relative to the current folder, as on a command line. */
    public JobBuilder toBuilder() {
        return new JobBuilder(this);
    }

    /** How the input is written; null = found out from the file. */
    public record Format(
            @Nullable Charset charset, @Nullable Character delimiter) {}

    /**
     * How the source's words become Grid's.
     *
     * @param renames source header to Grid column
     * @param constants Grid column to the value that every row gets
     * @param values Grid column to source value to Grid value
     */
    public record Mapping(
            Map<String, String> renames, Map<String, String> constants, Map<String, Map<String, String>> values) {

        /** Changes nothing: the source already speaks Grid's words. */
        public static final Mapping NONE = new Mapping(Map.of(), Map.of(), Map.of());

        public Mapping {
            renames = ordered(renames);
            constants = ordered(constants);
            Map<String, Map<String, String>> copies = new LinkedHashMap<>();
            values.forEach((column, words) -> copies.put(column, ordered(words)));
            values = Collections.unmodifiableMap(copies);
        }
    }

    /**
     * How strict the checks are.
     *
     * @param strict whether a value that had to be mended is an error
     * @param overrides code of a rule to the weight that it has in this job, whatever the set says
     * @param config saved answer of Grid's GET /config; null = Grid is asked where there is one
     */
    public record Rules(
            RuleSet set,
            boolean strict,
            Map<String, Weight> overrides,
            @Nullable Path config) {
        public Rules {
            overrides = ordered(overrides);
        }
    }

    /**
     * How rows go to Grid.
     *
     * @param mode what happens to customers that Grid has already
     * @param partRows most rows of one upload
     * @param partBytes most bytes of one upload
     * @param jobs Grid jobs in flight at a time
     * @param rate requests per second; null = unlimited
     * @param settle how long Grid's list may lag behind before a row counts as not created
     * @param maxFailures null = never stop because of failures
     */
    public record Sending(
            Profile profile,
            Route route,
            Mode mode,
            int partRows,
            long partBytes,
            int jobs,
            @Nullable BigDecimal rate,
            Duration settle,
            @Nullable FailureLimit maxFailures) {}

    /**
     * How accounts reach their customers.
     *
     * @param calls single calls to Grid under way at a time; null = as many as the rate needs
     * @param waitActive how long to wait until Grid calls the accounts active; null = not at all
     * @param only whether the customers are in Grid already, and only accounts are sent
     */
    public record Accounts(
            AccountRoute route,
            @Nullable Integer calls,
            @Nullable Duration waitActive,
            boolean only) {}

    /**
     * Where results go.
     *
     * @param output folder of the result files; null = beside the input
     * @param archive folder that an imported file moves to; null = it stays
     * @param problems extra file with every problem; null = none
     * @param maxShown problems shown on the screen
     */
    public record Results(
            @Nullable Path output,
            @Nullable Path archive,
            @Nullable Path problems,
            int maxShown) {}

    /**
     * When the job runs by itself.
     *
     * @param cron 5 fields (minute first) or 6 (second first)
     */
    public record Schedule(String cron, ZoneId zone, Missed missed, Overlap overlap) {}

    /** Who is told at the end of a run; at least one of the two. */
    public record Notification(@Nullable URI url, @Nullable String email) {

        /** Without the path: chat services put their token there. */
        @Override
        public String toString() {
            return "Notification[url=" + (url == null ? "none" : url.getHost()) + "]";
        }
    }

    /** Which of Grid's two descriptions is spoken. */
    public enum Profile {
        GUIDES,
        OPENAPI
    }

    /** How customers are created: by CSV upload, one request a row, or whichever suits the size. */
    public enum Route {
        BULK,
        DIRECT,
        AUTO
    }

    /** What happens to customers that Grid has already. */
    public enum Mode {
        /** They are sent like all others, and stay as they are when Grid says that it has them. */
        CREATE,
        /** They are looked for before anything is sent, and nothing of their rows is sent. */
        SKIP,
        /** They are changed to what their rows say. */
        UPSERT
    }

    /** How an account is created: with its customer where the route can carry it, or always by a call of its own. */
    public enum AccountRoute {
        INLINE,
        EXTERNAL
    }

    /** What a failed check digit is: an error in production, a warning in the sandbox. */
    public enum RuleSet {
        PRODUCTION,
        SANDBOX
    }

    /** How much a problem weighs in this job. */
    public enum Weight {
        ERROR,
        WARNING,
        OFF
    }

    /** What happens at the next start to a run that fell into a time when nothing was running. */
    public enum Missed {
        RUN,
        SKIP
    }

    /** What happens to a run that is due while the one before still works. */
    public enum Overlap {
        SKIP,
        QUEUE
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
