package dev.gridload.pipeline.submit;

import dev.gridload.grid.GridApi;
import dev.gridload.grid.Sleeper;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions;
import dev.gridload.pipeline.Obstacles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the planned uploads of an import, one after the other: intent committed, call made, outcome committed. What Grid
 * may have done without our knowing is left in doubt, never sent again from here.
 */
public final class Submit implements Runnable {

    private static final Duration TICK = Duration.ofMillis(20);
    /** Ended jobs that wait to be read back; behind this many, sending waits for reading. */
    private static final int BACKLOG = 60;

    private final Lease lease;
    private final Submissions submissions;
    private final GridApi grid;
    private final Sleeper sleeper;
    private final String csvHeader;
    private final int jobsAtOnce;
    private final Obstacles obstacles;
    private final Answers answers;

    public Submit(
            Lease lease,
            Submissions submissions,
            GridApi grid,
            Sleeper sleeper,
            String csvHeader,
            int jobsAtOnce,
            Obstacles obstacles) {
        this.lease = lease;
        this.submissions = submissions;
        this.grid = grid;
        this.sleeper = sleeper;
        this.csvHeader = csvHeader;
        this.jobsAtOnce = jobsAtOnce;
        this.obstacles = obstacles;
        this.answers = new Answers(lease, submissions, obstacles);
    }

    /** Returns when nothing is left to send and nothing under way that could come back, or when the import is to stop. */
    @Override
    public void run() {
        while (obstacles.none()) {
            sendPlanned();
            if (nothingUnderWay()) {
                return;
            }
            sleeper.pause(TICK);
        }
    }

    /** Sends what is planned now, as far as Grid's jobs leave room. */
    void sendPlanned() {
        while (obstacles.none()) {
            Optional<Submission> next = submissions.nextPlanned(lease.importId());
            if (next.isEmpty()) {
                return;
            }
            if (!roomForUpload()) {
                sleeper.pause(TICK);
            } else if (!obstacles.tooManyFailures()) {
                // Asked after the job before has made room: only then its failures count.
                send(next.get());
            }
        }
    }

    private boolean nothingUnderWay() {
        return submissions.nextPlanned(lease.importId()).isEmpty();
    }

    /** Customers that are created by calls of their own meanwhile need no job, and what of them waits to be read back holds up no upload. */
    private boolean roomForUpload() {
        long id = lease.importId();
        return submissions.jobs(id) < jobsAtOnce && submissions.endedUploads(id) < BACKLOG;
    }

    private boolean roomForAnother() {
        return submissions.count(lease.importId(), SubmissionState.IN_FLIGHT, SubmissionState.POLLING) < jobsAtOnce;
    }

    private void send(Submission planned) {
        Submission inFlight = submissions.intend(lease, planned, grid.now());
        lease.requireOurs();
        answers.settle(inFlight, call(inFlight));
    }

    /**
     * Uploads one row by itself, when Grid's jobs leave room; nothing happens when the import is to stop meanwhile.
     *
     * @param line its CSV line, without line end
     */
    void sendOne(Submission single, String line) {
        while (obstacles.none() && !roomForAnother()) {
            sleeper.pause(TICK);
        }
        if (obstacles.none()) {
            Submission inFlight = submissions.intend(lease, single, grid.now());
            lease.requireOurs();
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            answers.settle(inFlight, grid.upload(csvHeader, new ByteArrayInputStream(bytes), bytes.length));
        }
    }

    private SubmitAnswer call(Submission submission) {
        return grid.upload(csvHeader, submissions.lines(submission), submission.bytes());
    }
}
