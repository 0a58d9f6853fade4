package dev.gridload.pipeline.reconcile;

import dev.gridload.customer.Column;
import dev.gridload.grid.CustomerData;
import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.RowState;
import dev.gridload.ledger.Submission;
import dev.gridload.ledger.SubmissionState;
import dev.gridload.ledger.Submissions.CarriedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what became of each row of one submission. */
final class Verdicts {

    /** Rows that are looked up one by one; more than this are worth waiting for the list to catch up. */
    private static final int LOOK_UPS = 200;
    /** How often a row is sent whose outcome stays in doubt before a person is asked. */
    private static final int ATTEMPTS = 5;

    private final SentRows sent;
    private final ReadBack readBack;
    private final Function<CarriedRow, CustomerData> dataOf;
    private final Map<String, JobError> errorOf;

    /** @param dataOf what was sent of a row */
    Verdicts(SentRows sent, ReadBack readBack, Function<CarriedRow, CustomerData> dataOf) {
        this.sent = sent;
        this.readBack = readBack;
        this.dataOf = dataOf;
        this.errorOf = new ErrorBinding(sent).bind();
    }

    /**
     * What is known of every row, and what is to be done about the others; empty when Grid's lists may still be behind and
     * waiting is the answer.
     *
     * @param patienceOver whether the time is over in which a created customer may be missing from the lists
     */
    Optional<Decision> decide(boolean patienceOver) {
        List<CarriedRow> silent = sent.unlisted().stream()
                .filter(row -> !errorOf.containsKey(row.customerId()))
                .toList();
        if (silent.size() > LOOK_UPS && !patienceOver && !jobAccountsFor(silent.size())) {
            return Optional.empty();
        }
        Map<String, Outcome> found = new HashMap<>();
        for (CarriedRow row : sent.unlisted()) {
            JobError error = errorOf.get(row.customerId());
            if (error == null || saysItExists(error)) {
                lookUp(row).ifPresent(outcome -> found.put(row.customerId(), outcome));
            }
        }
        List<CarriedRow> missing = silent.stream()
                .filter(row -> !found.containsKey(row.customerId()))
                .toList();
        boolean explained = jobAccountsFor(missing.size());
        if (!missing.isEmpty() && !patienceOver && !explained) {
            return Optional.empty();
        }
        List<CarriedRow> again = explained || !neverHappened() ? List.of() : missing;
        Set<String> sentAgain = again.stream().map(CarriedRow::customerId).collect(Collectors.toSet());
        List<Outcome> outcomes = new ArrayList<>();
        for (CarriedRow row : sent.rows()) {
            if (!sentAgain.contains(row.customerId())) {
                GridCustomer listed = sent.listed().get(row.customerId());
                Outcome decided = listed != null ? made(row, listed) : found.get(row.customerId());
                outcomes.add(decided != null ? decided : missing(row, explained));
            }
        }
        return Optional.of(new Decision(outcomes, again));
    }

    /**
     * What follows from what Grid lists.
     *
     * @param sendAgain rows that Grid certainly does not have and never refused
     */
    record Decision(List<Outcome> outcomes, List<CarriedRow> sendAgain) {}

    /** Whether a row that Grid does not list was never worked on: its call was in doubt, or its job broke off. */
    private boolean neverHappened() {
        Submission submission = sent.submission();
        if (submission.state() == SubmissionState.DISCOVER) {
            return submission.attempt() < ATTEMPTS && !addressTaken();
        }
        return submission.attempt() < ATTEMPTS && "FAILED".equals(submission.jobStatus());
    }

    /** Grid has the UMA address under another customer. */
    private boolean addressTaken() {
        String note = sent.submission().note();
        return note != null && note.contains("UMA_ADDRESS_EXISTS");
    }

    /** Whether the job itself says that so many rows failed besides those it named. */
    private boolean jobAccountsFor(long unnamed) {
        Submission job = sent.submission();
        return job.state() == SubmissionState.JOB_ENDED
                && job.jobSuccessful() != null
                && job.jobFailed() != null
                && job.jobSuccessful() + job.jobFailed() == job.rows()
                && job.jobFailed() == errorOf.size() + unnamed;
    }

    private Optional<Outcome> lookUp(CarriedRow row) {
        List<GridCustomer> customers = readBack.lookUp(row.customerId());
        if (customers.isEmpty()) {
            return Optional.empty();
        }
        if (customers.size() > 1) {
            return Optional.of(new Outcome(
                    row.recordNo(),
                    RowState.NEEDS_OPERATOR,
                    null,
                    "SEVERAL_CUSTOMERS",
                    "Grid lists " + customers.size()
                            + " customers with this platformCustomerId; decide which one is right"));
        }
        return Optional.of(made(row, customers.get(0)));
    }

    private Outcome made(CarriedRow row, GridCustomer customer) {
        if (older(row, customer)) {
            return new Outcome(row.recordNo(), RowState.ALREADY_EXISTED, customer.id(), null, null);
        }
        String differing = differing(row, customer);
        return differing.isEmpty()
                ? new Outcome(row.recordNo(), RowState.CREATED, customer.id(), null, null)
                : new Outcome(
                        row.recordNo(),
                        RowState.NEEDS_OPERATOR,
                        customer.id(),
                        "OTHER_DATA",
                        "Grid has a customer with this platformCustomerId that is newer than the first sending of the row"
                                + " and has other data (" + differing + "); decide whether this import made it");
    }

    /** The columns in which an answer's loss may have let somebody else be the maker; empty where Grid told whom it made. */
    private String differing(CarriedRow row, GridCustomer customer) {
        return sent.submission().state() == SubmissionState.DISCOVER
                ? dataOf.apply(row).differing(customer.data()).stream()
                        .map(Column::header)
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** Whether Grid had this customer before we sent it: by its age, or in the last second's doubt by the job's own word. */
    private boolean older(CarriedRow row, GridCustomer customer) {
        Instant created = customer.createdAt();
        Instant floor = sent.submission().createdFloor();
        if (created == null || floor == null) {
            return saysItExists(errorOf.get(row.customerId()));
        }
        return created.isBefore(floor)
                || (created.isBefore(floor.plusSeconds(1)) && saysItExists(errorOf.get(row.customerId())));
    }

    private Outcome missing(CarriedRow row, boolean explained) {
        JobError error = errorOf.get(row.customerId());
        if (error != null) {
            return new Outcome(row.recordNo(), RowState.FAILED, null, error.code(), error.message());
        }
        if (explained) {
            return new Outcome(
                    row.recordNo(),
                    RowState.FAILED,
                    null,
                    "UNNAMED",
                    "Grid's job counts this row as failed and gave no reason that names it");
        }
        if (addressTaken()) {
            return new Outcome(
                    row.recordNo(),
                    RowState.FAILED,
                    null,
                    "UMA_ADDRESS_EXISTS",
                    "another customer of Grid has this UMA address");
        }
        String why = sent.submission().note();
        return new Outcome(
                row.recordNo(),
                RowState.NEEDS_OPERATOR,
                null,
                "NOT_LISTED",
                "Grid neither lists this customer nor says that it failed" + (why == null ? "" : " (" + why + ")"));
    }

    private static boolean saysItExists(@Nullable JobError error) {
        if (error == null) {
            return false;
        }
        String said = (error.code() + " " + error.message()).toUpperCase(Locale.ROOT);
        return said.contains("CONFLICT")
                || said.contains("EXIST")
                || said.contains("DUPLICATE")
                || said.contains("ALREADY");
    }
}
