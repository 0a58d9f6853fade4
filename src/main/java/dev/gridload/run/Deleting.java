package dev.gridload.run;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Deletion;
import dev.gridload.ledger.Deletions;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Pages;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Deletes what is to be deleted, accounts before customers, several at a time: intent committed, call made, outcome committed. */
final class Deleting {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int PAGE = 500;

    private static final String ASKED = "it was asked to stop";

    /** How often a deletion is sent whose answer is lost before it counts as failed. */
    private static final int ATTEMPTS = 5;

    private final Lease lease;
    private final Deletions deletions;
    private final GridApi grid;
    private final Sleeper sleeper;
    private final CallPool pool;
    private volatile @Nullable String stopped;

    Deleting(Lease lease, Deletions deletions, GridApi grid, Sleeper sleeper, CallPool pool) {
        this.lease = lease;
        this.deletions = deletions;
        this.grid = grid;
        this.sleeper = sleeper;
        this.pool = pool;
    }

    /** Returns when nothing is open any more, or says why it does not go on. */
    @Nullable
    String run() {
        try {
            all(true);
            all(false);
        } catch (Sleeper.Stopped e) {
            stopped = ASKED;
        }
        return stopped;
    }

    private void all(boolean ofAccounts) {
        for (int round = 0; goesOn(); round++) {
            pool.forEach(open(ofAccounts), this::delete);
            if (deletions.open(lease.importId(), ofAccounts, 0, 1).isEmpty()) {
                return;
            }
            if (goesOn()) {
                sleeper.pause(BACKOFF.wait(round));
            }
        }
    }

    private boolean goesOn() {
        if (stopped == null && lease.stopRequested()) {
            stopped = ASKED;
        }
        return stopped == null;
    }

    private void delete(Deletion open) {
        Deletion sent = deletions.intend(lease, open);
        lease.requireOurs();
        SubmitAnswer answer = sent.ofAccount() ? grid.deleteAccount(sent.gridId()) : grid.delete(sent.gridId());
        if (answer instanceof SubmitAnswer.Deleted) {
            deletions.deleted(lease, sent);
        } else if (answer instanceof SubmitAnswer.Gone) {
            deletions.gone(lease, sent);
        } else if (answer instanceof SubmitAnswer.Refused refused) {
            deletions.fail(lease, sent, refused.code(), refused.message());
        } else if (answer instanceof SubmitAnswer.Exists conflict) {
            deletions.fail(lease, sent, conflict.code(), conflict.message());
        } else if (answer instanceof SubmitAnswer.NotDone notDone) {
            deletions.sendAgain(lease, sent, true, notDone.why());
            meet(notDone);
        } else {
            inDoubt(
                    sent,
                    answer instanceof SubmitAnswer.Unknown unknown ? unknown.message() : "an answer of another kind");
        }
    }

    /** It was certainly not carried out: waited out where Grid asks for that, and the end of this run otherwise. */
    private void meet(SubmitAnswer.NotDone answer) {
        if (answer instanceof SubmitAnswer.Later later && later.delay().compareTo(LONGEST_WAIT) <= 0) {
            sleeper.pause(later.delay());
        } else if (answer instanceof SubmitAnswer.Later later) {
            stopped =
                    "Grid asks for no request within the next " + later.delay().toMinutes() + " minutes";
        } else if (answer instanceof SubmitAnswer.Unauthorized) {
            stopped =
                    "Grid refused the credentials (" + answer.why() + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET";
        } else if (answer instanceof SubmitAnswer.Blocked) {
            stopped = "Grid does not delete (" + answer.why() + ")";
        } else if (answer instanceof SubmitAnswer.Withheld) {
            stopped = ASKED;
        } else {
            stopped = answer.why();
        }
    }

    private void inDoubt(Deletion sent, String why) {
        if (sent.attempt() < ATTEMPTS) {
            deletions.sendAgain(lease, sent, false, why);
        } else {
            deletions.fail(
                    lease, sent, "IN_DOUBT", "Grid's answer was lost " + sent.attempt() + " times (" + why + ")");
        }
    }

    /** The open ones in record order, each once, as long as it goes on. */
    private Supplier<@Nullable Deletion> open(boolean ofAccounts) {
        Pages<Deletion> pages = new Pages<>(
                PAGE, last -> deletions.open(lease.importId(), ofAccounts, last == null ? 0 : last.recordNo(), PAGE));
        return () -> goesOn() ? pages.next() : null;
    }
}
