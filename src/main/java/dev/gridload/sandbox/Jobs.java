package dev.gridload.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bulk jobs. No thread of their own: each request first brings all jobs up to the time it is. */
final class Jobs {

    private final Customers customers;
    private final Journal journal;
    private final Faults faults;
    private final Clock clock;
    private final Duration jobTime;
    private final List<Job> all = new ArrayList<>();
    private final List<Job> running = new ArrayList<>();

    Jobs(Customers customers, Journal journal, Faults faults, Clock clock, Duration jobTime) {
        this.customers = customers;
        this.journal = journal;
        this.faults = faults;
        this.clock = clock;
        this.jobTime = jobTime;
    }

    /** Returns the job that the upload is answered with. */
    synchronized Job start(List<Job.Row> rows, long request) {
        JobFaults born = faults.ofJob(Aim.Occasion.ofJob(all.size() + 1));
        FaultDetails replay = born.details(JobFault.UPLOAD_REPLAYED);
        List<Job.Row> again = replay == null ? List.of() : new ArrayList<>(rows);
        Job answered = begin(rows, request, born);
        if (replay != null) {
            Job second = begin(again, request, JobFaults.NONE);
            answered = replay.answered() == 2 ? second : answered;
        }
        advance();
        return answered;
    }

    private Job begin(List<Job.Row> rows, long request, JobFaults born) {
        Pace pace = new Pace(clock.millis(), jobTime, rows.size(), born);
        Job job = new Job(all.size(), request, pace, born, rows);
        all.add(job);
        running.add(job);
        return job;
    }

    /** Null for a number never given out. */
    synchronized Job.@Nullable View view(int number, JobShape usualShape) {
        if (number < 0 || number >= all.size()) {
            return null;
        }
        advance();
        return all.get(number).view(clock.millis(), usualShape);
    }

    synchronized int count() {
        return all.size();
    }

    synchronized void advance() {
        long now = clock.millis();
        for (Job job : running) {
            int due = job.pace().due(now);
            while (job.processed() < due) {
                long at = job.pace().dueAt(job.processed());
                work(job, job.take(), at);
            }
        }
        running.removeIf(job -> job.pace().over(now, job.processed()));
    }

    private void work(Job job, Job.Row row, long at) {
        Fault<RowFault> fault = faults.ofRow(Aim.Occasion.ofRow(row.correlation(), job.number() + 1));
        if (fault != null) {
            refuse(
                    job,
                    row.correlation(),
                    fault.details().code(),
                    fault.details().message());
        } else if (row instanceof Job.Row.Good good) {
            create(job, good.draft(), at);
        } else if (row instanceof Job.Row.Bad bad) {
            refuse(job, bad.correlation(), bad.failure().code(), bad.failure().message());
        }
    }

    private void create(Job job, Customer.Draft draft, long at) {
        String id = draft.platformCustomerId();
        Customers.Creation creation = customers.create(draft, at);
        if (creation.customer() != null) {
            int number = creation.customer().number();
            journal.record(Journal.EffectKind.CUSTOMER_CREATED, id, number, job.request());
        }
        switch (creation.outcome()) {
            case CREATED -> {}
            case ID_TAKEN -> refuse(job, id, "CONFLICT", "platformCustomerId is already used by an active customer");
            case UMA_ADDRESS_TAKEN -> refuse(job, id, "UMA_ADDRESS_EXISTS", "UMA address already exists");
        }
    }

    private void refuse(Job job, String correlation, String code, String message) {
        job.failed(correlation, code, message);
        journal.record(Journal.EffectKind.ROW_REFUSED, correlation, 0, job.request());
    }
}
