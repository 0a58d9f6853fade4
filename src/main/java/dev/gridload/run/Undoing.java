package dev.gridload.run;

import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.HttpGrid;
import dev.gridload.grid.Sleeper;
import dev.gridload.job.JobDefinition;
import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.UndoCounts;
import dev.gridload.ledger.UndoScope;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes an import back: deletes the customers and accounts that it created, and nothing that was there before. */
public final class Undoing {

    private final Ledger ledger;
    private final Clock clock;
    private final KnownImports known;
    private volatile boolean stopping;
    private volatile @Nullable Lease current;

    public Undoing(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.known = new KnownImports(ledger);
    }

    /** What an undo would do. */
    public record Plan(ImportRecord record, UndoScope scope) {}

    /**
     * How an undo stands.
     *
     * @param stopped why it does not go on; null where it came to its end
     * @param asked whether that is because somebody asked it to stop
     */
    public record Undone(UndoCounts counts, @Nullable String stopped, boolean asked) {}

    /**
     * What an undo would delete; changes nothing.
     *
     * @throws Impossible when there is no such import, or it cannot be undone
     */
    public Plan plan(long id) {
        ImportRecord record = known.get(id);
        known.requireUndoable(record);
        return new Plan(record, ledger.deletions().scope(id));
    }

    /**
     * Deletes what an import created, or goes on with it.
     *
     * @param gridOf the Grid for the settings of the import; must be the one that it went to
     * @throws Impossible when it cannot be undone, or not with this Grid
     * @throws dev.gridload.ledger.ImportIsRunning when a process is at work on it
     */
    public Undone undo(long id, Function<JobDefinition, Target> gridOf) {
        ImportRecord record = known.get(id);
        known.requireUndoable(record);
        JobDefinition job = StoredSettings.fromJson(record.settings());
        Target target = gridOf.apply(job);
        known.requireSameGrid(record, target);
        try (Lease lease = ledger.leases().acquire(id)) {
            current = lease;
            if (stopping) {
                lease.askToStop();
            }
            known.requireUndoable(known.get(id));
            ledger.deletions().begin(lease);
            Sleeper sleeper = Sleeper.heeding(lease::stopRequested);
            GridApi grid = new HttpGrid(
                    target.settings(), clock, sleeper, new LastingPatience(ledger.gridHolds(), record.grid()));
            String stopped = new Deleting(lease, ledger.deletions(), grid, sleeper, new CallPool(job.calls())).run();
            ledger.deletions().end(lease);
            return new Undone(ledger.deletions().counts(id), stopped, stopped != null && lease.stopRequested());
        }
    }

    /** Asks the undo in progress, or the next one, to stop before its next call. May be called from any thread. */
    public void stop() {
        stopping = true;
        Lease lease = current;
        if (lease != null) {
            lease.askToStop();
        }
    }
}
