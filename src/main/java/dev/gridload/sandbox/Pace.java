package dev.gridload.sandbox;

import java.time.Duration;

/** The times of one job: when its rows are due and how it stands. A stuck job waits, a failing one ends early. */
final class Pace {

    /** A tenth of a job's time passes before its first row. */
    private static final int PENDING_SHARE = 10;

    private final long startedAt;
    private final long duration;
    private final int total;
    private final int last;
    private final boolean fails;
    private final int heldAfter;
    private final long heldUntil;
    private final Job.Status heldAs;

    Pace(long startedAt, Duration time, int total, JobFaults faults) {
        this.startedAt = startedAt;
        this.duration = time.toMillis();
        this.total = total;
        FaultDetails failure = faults.details(JobFault.JOB_FAILED);
        this.fails = failure != null;
        this.last = failure == null ? total : Math.min(total, failure.rowsOr(0));
        FaultDetails stuck = faults.details(JobFault.JOB_STUCK);
        if (stuck == null) {
            this.heldAs = Job.Status.PROCESSING;
            this.heldAfter = total;
            this.heldUntil = startedAt;
        } else {
            boolean pending = stuck.jobStatus().equals(Job.Status.PENDING.name());
            this.heldAs = pending ? Job.Status.PENDING : Job.Status.PROCESSING;
            this.heldAfter = pending ? 0 : stuck.rowsOr(total / 2);
            this.heldUntil = stuck.time() == null
                    ? Long.MAX_VALUE
                    : startedAt + stuck.time().toMillis();
        }
    }

    long completedAt() {
        return Math.max(startedAt + duration, heldUntil);
    }

    Job.Status status(long now) {
        if (now >= completedAt()) {
            return fails ? Job.Status.FAILED : Job.Status.COMPLETED;
        }
        boolean early = now < startedAt + duration / PENDING_SHARE;
        return early || (now < heldUntil && heldAs == Job.Status.PENDING) ? Job.Status.PENDING : Job.Status.PROCESSING;
    }

    /** How many rows are due by now. */
    int due(long now) {
        int due = Math.min(last, undisturbed(now));
        return now < heldUntil ? Math.min(due, heldAfter) : due;
    }

    /** When the row of an index is done, in milliseconds. */
    long dueAt(int index) {
        long pending = duration / PENDING_SHARE;
        long due = startedAt + pending + (duration - pending) * (index + 1) / total;
        return index < heldAfter ? due : Math.max(due, heldUntil);
    }

    /** Whether nothing will happen any more. */
    boolean over(long now, int processed) {
        return processed == last && now >= completedAt();
    }

    private int undisturbed(long now) {
        if (now >= startedAt + duration) {
            return total;
        }
        long pending = duration / PENDING_SHARE;
        long worked = now - startedAt - pending;
        return worked <= 0 ? 0 : (int) (worked * total / (duration - pending));
    }
}
