package dev.gridload.pipeline;

import dev.gridload.grid.Sleeper;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Imports;
import dev.gridload.ledger.Lease;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What keeps an import from sending on: it is waited out where Grid asks for that, and pauses the import otherwise. */
public final class Obstacles {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Lease lease;
    private final Imports imports;
    private final Sleeper sleeper;
    private final BooleanSupplier tooManyFailures;
    private volatile boolean met;

    /** @param tooManyFailures whether so many rows have failed that nothing more is to be sent */
    public Obstacles(Lease lease, Imports imports, Sleeper sleeper, BooleanSupplier tooManyFailures) {
        this.lease = lease;
        this.imports = imports;
        this.sleeper = sleeper;
        this.tooManyFailures = tooManyFailures;
    }

    /** Whether the way is free, as the ledger tells it. */
    public boolean none() {
        return noneHere() && !imports.paused(lease.importId());
    }

    /** The same as far as this step has met any itself; cheap enough for every call. */
    public boolean noneHere() {
        return !lease.stopRequested() && !met;
    }

    /** Looks how many rows have failed; pauses the import when they are too many. */
    public boolean tooManyFailures() {
        if (!tooManyFailures.getAsBoolean()) {
            return false;
        }
        pause(
                "TOO_MANY_FAILURES",
                "more rows were rejected or failed than --max-failures allows; what was sent before is settled");
        return true;
    }

    /**
     * A call that was certainly not carried out.
     *
     * @param what it would have brought to Grid, for a person
     */
    public void meet(SubmitAnswer.NotDone answer, String what) {
        if (answer instanceof SubmitAnswer.Later later) {
            waitFor(later.delay());
        } else if (answer instanceof SubmitAnswer.Unauthorized) {
            pause(
                    "UNAUTHORIZED",
                    "Grid refused the credentials (" + answer.why() + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET");
        } else if (answer instanceof SubmitAnswer.Blocked) {
            pause("BLOCKED", "Grid did not take the " + what + " (" + answer.why() + ")");
        } else if (answer instanceof SubmitAnswer.NotSent) {
            pause("UNREACHABLE", answer.why());
        }
        // What was withheld needs nothing: the run is about to stop anyway.
    }

    private void pause(String code, String message) {
        met = true;
        imports.pause(lease, code, message);
    }

    /** Waits as long as Grid asked, in steps that notice a stop; a very long wait is the operator's to know of. */
    private void waitFor(Duration delay) {
        if (delay.compareTo(LONGEST_WAIT) > 0) {
            pause(
                    "RATE_LIMITED",
                    "Grid asks for no request within the next " + delay.toMinutes()
                            + " minutes; resume the import then");
            return;
        }
        for (Duration left = delay; left.compareTo(Duration.ZERO) > 0 && noneHere(); left = left.minus(STEP)) {
            sleeper.pause(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }
}
