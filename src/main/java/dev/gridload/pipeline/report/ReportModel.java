package dev.gridload.pipeline.report;

import dev.gridload.customer.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the report page says about one import.
 *
 * @param file name of the imported file, without its folder
 * @param ended null while it runs, or where it was stopped
 * @param zone for the times on the page
 * @param rows data records of the input
 * @param outcomes in the order in which they are shown; those without rows are left out of the page
 * @param next command to continue with; null where nothing is left to do
 * @param accounts what became of accounts that were created by calls of their own; null where there were none
 * @param updates what became of customers that Grid had before and that were to be changed; null where there were none
 */
record ReportModel(
        String importId,
        String file,
        Instant started,
        @Nullable Instant ended,
        ZoneId zone,
        Ending ending,
        long rows,
        List<Outcome> outcomes,
        List<ProblemGroup> problems,
        List<Step> steps,
        double rowsPerSecond,
        List<Result> results,
        @Nullable Next next,
        @Nullable String accounts,
        @Nullable String updates) {

    ReportModel {
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
        results = List.copyOf(results);
    }

    /** Rows that are in Grid now, whoever put them there. */
    long inGrid() {
        return outcomes.stream()
                .filter(outcome -> outcome.tone() == Tone.GOOD)
                .mapToLong(Outcome::rows)
                .sum();
    }

    /** How the run stands. */
    enum Ending {
        COMPLETE("Complete", Tone.GOOD),
        WITH_FAILURES("Complete, with failures", Tone.BAD),
        NEEDS_OPERATOR("Needs an operator", Tone.OPEN),
        STOPPED("Stopped", Tone.OPEN),
        RUNNING("Running", Tone.OPEN);

        final String label;
        final Tone tone;

        Ending(String label, Tone tone) {
            this.label = label;
            this.tone = tone;
        }
    }

    /** What an outcome means to the reader: in Grid, left out without harm, to be corrected, not decided yet. */
    enum Tone {
        GOOD,
        NEUTRAL,
        BAD,
        OPEN
    }

    /** So many rows ended in one way. */
    record Outcome(String label, Tone tone, long rows) {}

    /**
     * The same problem in so many rows.
     *
     * @param column null where whole rows are meant
     * @param firstRows data record numbers, from 1
     */
    record ProblemGroup(
            Severity severity,
            String code,
            @Nullable String column,
            long rows,
            String message,
            String hint,
            List<Long> firstRows) {

        ProblemGroup {
            firstRows = List.copyOf(firstRows);
        }
    }

    /** One step of the run and the time it took. */
    record Step(String name, Duration time) {}

    /** One result file. */
    record Result(String name, String contents, long rows) {}

    /** The command to continue with, and why. */
    record Next(String command, String reason) {}
}
