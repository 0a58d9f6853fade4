package dev.gridload.pipeline.poll;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.JobAnswer;
import dev.gridload.grid.Sleeper;
import dev.gridload.ledger.Imports;
import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks Grid after each job until it has ended: less and less often, and not for ever. One loop for all jobs. */
public final class Poll implements Runnable {

    private static final Duration TICK = Duration.ofMillis(20);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(15));
    private static final Duration DEADLINE = Duration.ofHours(6);

    private final Lease lease;
    private final Imports imports;
    private final Submissions submissions;
    private final GridApi grid;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Duration settle;
    private final Map<Integer, Due> due = new HashMap<>();

    /** @param settle how long a job that Grid does not know may still turn up */
    public Poll(
            Lease lease,
            Imports imports,
            Submissions submissions,
            GridApi grid,
            Clock clock,
            Sleeper sleeper,
            Duration settle) {
        this.lease = lease;
        this.imports = imports;
        this.submissions = submissions;
        this.grid = grid;
        this.clock = clock;
        this.sleeper = sleeper;
        this.settle = settle;
    }

    /** Returns when no job runs and none will, or when the import is asked to stop. */
    @Override
    public void run() {
        while (!lease.stopRequested()) {
            List<Submission> running = submissions.inState(lease.importId(), SubmissionState.POLLING);
            if (running.isEmpty() && !moreToCome()) {
                return;
            }
            for (Submission job : running) {
                if (!due.computeIfAbsent(job.no(), no -> new Due(0, Instant.MIN))
                        .at()
                        .isAfter(clock.instant())) {
                    ask(job);
                }
            }
            sleeper.pause(TICK);
        }
    }

    private boolean moreToCome() {
        long id = lease.importId();
        // What an upload left over may be uploaded again, so all must be at its end.
        return imports.paused(id)
                ? submissions.count(id, SubmissionState.IN_FLIGHT, SubmissionState.POLLING) > 0
                : !submissions.allSettled(id);
    }

    private void ask(Submission job) {
        JobAnswer answer = grid.job(String.valueOf(job.jobId()));
        switch (answer.state()) {
            case COMPLETED, FAILED -> end(job, answer);
            case RUNNING -> {
                submissions.progress(lease, job, answer.total(), Math.max(answer.processed(), 0));
                again(job, answer.status(), DEADLINE);
            }
            case UNKNOWN -> again(job, answer.status(), DEADLINE);
            case NOT_FOUND -> again(job, "not known to Grid", settle);
        }
    }

    private void end(Submission job, JobAnswer answer) {
        List<JobError> errors = answer.errors().stream()
                .map(e -> new JobError(e.correlation(), e.code(), e.message()))
                .toList();
        submissions.jobEnded(lease, job, answer.status(), answer.successful(), answer.failed(), errors);
        due.remove(job.no());
    }

    private void again(Submission job, String status, Duration patience) {
        Instant since = job.sentAt() == null ? clock.instant() : job.sentAt();
        if (clock.instant().isAfter(since.plus(patience))) {
            submissions.inDoubt(
                    lease, job, "Grid's job " + job.jobId() + " did not end within " + patience + ": " + status);
            due.remove(job.no());
            return;
        }
        due.computeIfPresent(
                job.no(),
                (no, before) -> new Due(before.attempt() + 1, clock.instant().plus(BACKOFF.wait(before.attempt()))));
    }

    private record Due(int attempt, Instant at) {}
}
