package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.List;

/** One bulk upload on its way: rows wait in order, and time decides how many have been worked through. */
final class Job {

    private static final Row TAKEN = new Row.Bad("", new RowRules.Failure("", ""));

    /** Where a job stands, by Grid's names. */
    enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED
    }

    /** A row that waits: a customer to be, or a failure known from its own fields. */
    sealed interface Row {

        /** How the list of errors names it. */
        String correlation();

        record Good(Customer.Draft draft) implements Row {

            @Override
            public String correlation() {
                return draft.platformCustomerId();
            }
        }

        record Bad(String correlation, RowRules.Failure failure) implements Row {}
    }

    /**
     * A job as it is told at one moment.
     *
     * @param status one of {@link Status}, or what was scripted
     */
    record View(
            int number,
            JobShape shape,
            String status,
            boolean over,
            int total,
            int processed,
            int failed,
            List<Entry> errors,
            long completedAt) {

        /** The same, unfinished. */
        View with(String otherStatus, int otherProcessed) {
            return new View(
                    number,
                    shape,
                    otherStatus,
                    false,
                    total,
                    otherProcessed,
                    Math.min(failed, otherProcessed),
                    errors,
                    completedAt);
        }
    }

    /**
     * An entry of the list of errors.
     *
     * @param row counted from 1
     */
    record Entry(int row, String correlation, String code, String message) {

        Entry correlatedBy(String other) {
            return new Entry(row, other, code, message);
        }
    }

    private final int number;
    private final long request;
    private final Pace pace;
    private final JobFaults faults;
    private final List<Row> rows;
    private final List<Entry> errors = new ArrayList<>();
    private int processed;
    private int endsTold;

    Job(int number, long request, Pace pace, JobFaults faults, List<Row> rows) {
        this.number = number;
        this.request = request;
        this.pace = pace;
        this.faults = faults;
        this.rows = rows;
    }

    int number() {
        return number;
    }

    /** The sequence of the upload in the journal. */
    long request() {
        return request;
    }

    Pace pace() {
        return pace;
    }

    int processed() {
        return processed;
    }

    View view(long now, JobShape usualShape) {
        Status status = pace.status(now);
        boolean over = status == Status.COMPLETED || status == Status.FAILED;
        if (over) {
            endsTold++;
        }
        View view = new View(
                number,
                faults.shape(usualShape),
                status.name(),
                over,
                rows.size(),
                processed,
                errors.size(),
                faults.told(errors),
                pace.completedAt());
        boolean reopened = over && endsTold == 2 && faults.has(JobFault.JOB_REOPENED);
        return reopened ? view.with(Status.PROCESSING.name(), processed) : view;
    }

    /** Takes the next row, which the job then lets go of. */
    Row take() {
        Row row = rows.get(processed);
        rows.set(processed, TAKEN);
        processed++;
        return row;
    }

    /** The row taken last became no customer. */
    void failed(String correlation, String code, String message) {
        errors.add(new Entry(processed, correlation, code, message));
    }
}
