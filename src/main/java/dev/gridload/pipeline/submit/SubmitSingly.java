package dev.gridload.pipeline.submit;

import dev.gridload.grid.BulkCsv;
import dev.gridload.grid.CallPool;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Pages;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.Submissions;
import dev.gridload.pipeline.Obstacles;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates customers one by one, several at a time: intent committed, call made, outcome committed. */
public final class SubmitSingly implements Runnable {

    /** Nothing to send is the usual: most imports have no such call, and those that have one meet it at once. */
    private static final Duration TICK = Duration.ofMillis(100);

    private static final int PAGE = 500;

    private final Lease lease;
    private final Submissions submissions;
    private final GridApi grid;
    private final Sleeper sleeper;
    private final CallPool pool;
    private final BulkCsv bulkCsv;
    private final Submit uploads;
    private final Obstacles obstacles;
    private final Answers answers;

    /**
     * @param bulkCsv of the lines of rows that an upload left over
     * @param uploads for those that no call can say, as the published one of a business
     */
    public SubmitSingly(
            Lease lease,
            Submissions submissions,
            GridApi grid,
            Sleeper sleeper,
            CallPool pool,
            BulkCsv bulkCsv,
            Submit uploads,
            Obstacles obstacles) {
        this.lease = lease;
        this.submissions = submissions;
        this.grid = grid;
        this.sleeper = sleeper;
        this.pool = pool;
        this.bulkCsv = bulkCsv;
        this.uploads = uploads;
        this.obstacles = obstacles;
        this.answers = new Answers(lease, submissions, obstacles);
    }

    /** Returns when nothing is left to send and nothing under way that could come back, or when the import is to stop. */
    @Override
    public void run() {
        while (obstacles.none()) {
            sendPlanned();
            if (submissions.allSettled(lease.importId())) {
                return;
            }
            // What is in doubt may turn out to be missing, and is planned again then.
            sleeper.pause(TICK);
        }
    }

    /** Sends what is planned now. */
    void sendPlanned() {
        pool.forEach(planned(), this::send);
    }

    private void send(Submissions.Single planned) {
        Submissions.Text row = planned.text();
        String request = row.direct() ? row.text() : bulkCsv.asCall(row.text());
        if (request == null) {
            uploads.sendOne(planned.submission(), row.text());
            return;
        }
        Submission inFlight = submissions.intend(lease, planned.submission(), grid.now());
        lease.requireOurs();
        answers.settle(inFlight, grid.create(request));
    }

    /** The planned calls in their order, each once, as long as the import goes on. */
    private Supplier<Submissions.@Nullable Single> planned() {
        Pages<Submissions.Single> pages = new Pages<>(
                PAGE, last -> after(last == null ? 0 : last.submission().no()));
        return () -> obstacles.noneHere() ? pages.next() : null;
    }

    private List<Submissions.Single> after(int no) {
        List<Submissions.Single> planned =
                obstacles.none() ? submissions.plannedSingly(lease.importId(), no, PAGE) : List.of();
        return !planned.isEmpty() && obstacles.tooManyFailures() ? List.of() : planned;
    }
}
