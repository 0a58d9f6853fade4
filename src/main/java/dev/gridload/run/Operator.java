package dev.gridload.run;

import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.Answer;
import dev.gridload.ledger.Decisions;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an operator does with imports besides running them. */
public final class Operator {

    private static final Duration TICK = Duration.ofMillis(200);

    private final Ledger ledger;
    private final Clock clock;
    private final Sleeper sleeper;
    private final KnownImports known;

    public Operator(Ledger ledger, Clock clock) {
        this(ledger, clock, Sleeper.REAL);
    }

    Operator(Ledger ledger, Clock clock, Sleeper sleeper) {
        this.ledger = ledger;
        this.clock = clock;
        this.sleeper = sleeper;
        this.known = new KnownImports(ledger);
    }

    /** How an attempt to stop an import ended. */
    public enum StopOutcome {
        /** It ran, and stands now. */
        STOPPED,
        /** It ran, and reached its end before it could be stopped. */
        FINISHED,
        /** It was at its end before. */
        ALREADY_OVER,
        /** No living process runs it; it stands. */
        NOBODY_RUNS_IT,
        /** It was asked to stop and has not done so in time; it still will. */
        STILL_RUNNING
    }

    /**
     * Asks whoever runs the import or its undo to stop at the next safe point, and waits until that has happened.
     *
     * @param patience how long to wait
     * @param onWait told who is waited for, once
     * @throws Impossible when there is no such import
     */
    public StopOutcome stop(long id, Duration patience, Consumer<String> onWait) {
        if (!underWay(id)) {
            return StopOutcome.ALREADY_OVER;
        }
        String runner = ledger.leases().runner(id).orElse("");
        if (!ledger.leases().requestStop(id)) {
            return underWay(id) ? StopOutcome.NOBODY_RUNS_IT : StopOutcome.ALREADY_OVER;
        }
        onWait.accept(runner.split("/", 2)[0]);
        Instant end = clock.instant().plus(patience);
        while (ledger.leases().runner(id).isPresent()) {
            if (clock.instant().isAfter(end)) {
                return StopOutcome.STILL_RUNNING;
            }
            sleeper.pause(TICK);
        }
        return underWay(id) ? StopOutcome.STOPPED : StopOutcome.FINISHED;
    }

    /** Whether it is not at its end yet, or its undo is not. */
    private boolean underWay(long id) {
        ImportRecord record = known.get(id);
        return record.isUnfinished() || record.state() == ImportState.UNDOING;
    }

    /**
     * Gives an unfinished import up. What is in Grid stays there; its file may be imported anew.
     *
     * @return how far it had come
     * @throws Impossible when it is at its end already
     * @throws dev.gridload.ledger.ImportIsRunning when a process runs it
     */
    public Progress abandon(long id) {
        requireUnfinished(known.get(id));
        try (Lease lease = ledger.leases().acquire(id)) {
            requireUnfinished(known.get(id));
            ledger.imports().abandon(lease);
        }
        return ledger.results().progress(id);
    }

    /**
     * Answers for rows that wait for a person.
     *
     * @param gridCustomerId Grid's id of the customer; null where it is not known
     * @param by who says so
     * @throws Impossible when one of the rows does not wait for an answer; nothing is changed then
     * @throws dev.gridload.ledger.ImportIsRunning when a process runs the import
     */
    public void decide(long id, List<Long> rows, Answer answer, @Nullable String gridCustomerId, String by) {
        ImportRecord record = known.get(id);
        known.requireNotUndone(record);
        if (answer == Answer.SENT_AGAIN) {
            known.requireLastingGrid(record);
        }
        try (Lease lease = ledger.leases().acquire(id)) {
            Set<Long> open = new TreeSet<>();
            ledger.decisions().open(id).forEach(question -> open.add(question.recordNo()));
            for (long row : rows) {
                if (!open.contains(row)) {
                    throw new Impossible("row " + row + " of import " + id
                            + " does not wait for a decision; nothing was decided. To see the rows that do: gridload decide "
                            + id);
                }
            }
            ledger.decisions().answer(lease, rows, answer, gridCustomerId, by);
        }
    }

    /**
     * What waits for an answer.
     *
     * @throws Impossible when there is no such import
     */
    public List<Decisions.Question> questions(long id) {
        return ledger.decisions().open(known.get(id).id());
    }

    private static void requireUnfinished(ImportRecord record) {
        if (!record.isUnfinished()) {
            throw new Impossible("import " + record.id()
                    + (record.state() == ImportState.FINISHED
                            ? " is finished; there is nothing to give up"
                            : record.state() == ImportState.ABANDONED
                                    ? " was given up before"
                                    : " was finished and undone; there is nothing to give up"));
        }
    }
}
