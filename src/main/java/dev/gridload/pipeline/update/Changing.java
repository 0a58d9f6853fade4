package dev.gridload.pipeline.update;

import dev.gridload.grid.CustomerChange;
import dev.gridload.grid.CustomerJson;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.grid.Sleeper;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.CustomerUpdate;
import dev.gridload.ledger.Imports;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submissions;
import dev.gridload.ledger.Updates;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one customer a step nearer to what its row says. Used by several threads. */
final class Changing {

    private static final Logger log = LoggerFactory.getLogger(Changing.class);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** How often a change is sent before it counts as refused. */
    private static final int ATTEMPTS = 5;

    private final Lease lease;
    private final Imports imports;
    private final Updates updates;
    private final GridApi grid;
    private final Sleeper sleeper;
    private final String csvHeader;
    private volatile boolean paused;

    Changing(Lease lease, Imports imports, Updates updates, GridApi grid, Sleeper sleeper, String csvHeader) {
        this.lease = lease;
        this.imports = imports;
        this.updates = updates;
        this.grid = grid;
        this.sleeper = sleeper;
        this.csvHeader = csvHeader;
    }

    /** Whether something was met that the import cannot go on with. */
    boolean paused() {
        return paused;
    }

    void change(CustomerUpdate open) {
        String id = open.gridCustomerId() == null ? lookUp(open) : open.gridCustomerId();
        if (id == null) {
            return;
        }
        Optional<String> customer = grid.customer(id);
        if (customer.isEmpty()) {
            gone(open);
            return;
        }
        Submissions.Text row = open.text();
        CustomerChange change = CustomerChange.between(
                row.direct() ? row.text() : CustomerJson.of(csvHeader, row.text()), customer.get());
        if (!change.immutable().isEmpty()) {
            String columns = String.join("; ", change.immutable());
            updates.fail(
                    lease,
                    open,
                    "IMMUTABLE",
                    columns,
                    "Grid has this customer with another " + columns.replace("; ", " and ")
                            + ", which it never changes; nothing of the row was changed");
        } else if (change.isNone()) {
            updates.settle(lease, open);
        } else if (open.attempt() >= ATTEMPTS) {
            updates.fail(
                    lease,
                    open,
                    "NOT_CHANGED",
                    String.join("; ", change.columns()),
                    "the change was sent " + open.attempt() + " times, and Grid still has other data");
        } else {
            CustomerUpdate sent = updates.intend(lease, open, columnsOf(open, change));
            lease.requireOurs();
            answered(
                    sent,
                    grid.change(id, change.requests().get(0)),
                    change.requests().size() == 1);
        }
    }

    /** With those that an earlier call has changed, or may have. */
    private static String columnsOf(CustomerUpdate open, CustomerChange change) {
        Set<String> columns = new LinkedHashSet<>();
        if (open.changedColumns() != null) {
            columns.addAll(List.of(open.changedColumns().split("; ")));
        }
        columns.addAll(change.columns());
        return String.join("; ", columns);
    }

    /** Of a customer that a person said to exist; null where that ends the change. */
    private @Nullable String lookUp(CustomerUpdate open) {
        List<GridCustomer> found = grid.withPlatformId(open.customerId());
        if (found.size() == 1) {
            return found.get(0).id();
        }
        if (found.isEmpty()) {
            gone(open);
        } else {
            updates.fail(
                    lease,
                    open,
                    "SEVERAL_CUSTOMERS",
                    "platformCustomerId",
                    "Grid lists " + found.size() + " customers with this platformCustomerId; none was changed");
        }
        return null;
    }

    private void gone(CustomerUpdate open) {
        updates.fail(
                lease,
                open,
                "CUSTOMER_NOT_FOUND",
                "platformCustomerId",
                "Grid had this customer and does not have it any more, so it was not changed");
    }

    /** @param wasLast whether nothing else of the customer is to be changed by another call */
    private void answered(CustomerUpdate sent, SubmitAnswer answer, boolean wasLast) {
        if (answer instanceof SubmitAnswer.Changed) {
            if (wasLast) {
                updates.settle(lease, sent);
            }
        } else if (answer instanceof SubmitAnswer.Refused refused) {
            updates.fail(lease, sent, refused.code(), refused.columns(), refused.message());
        } else if (answer instanceof SubmitAnswer.Exists exists) {
            updates.fail(lease, sent, exists.code(), null, exists.message());
        } else if (answer instanceof SubmitAnswer.Later later) {
            updates.notProcessed(
                    lease, sent, "Grid asked to wait " + later.delay().toSeconds() + " s");
            waitFor(later.delay());
        } else if (answer instanceof SubmitAnswer.Unauthorized no) {
            updates.notProcessed(lease, sent, no.message());
            pause(
                    "UNAUTHORIZED",
                    "Grid refused the credentials (" + no.message() + "); check GRID_CLIENT_ID and GRID_CLIENT_SECRET");
        } else if (answer instanceof SubmitAnswer.Blocked blocked) {
            updates.notProcessed(lease, sent, blocked.message());
            pause("BLOCKED", "Grid did not take the change (" + blocked.message() + ")");
        } else if (answer instanceof SubmitAnswer.NotSent notSent) {
            updates.notProcessed(lease, sent, notSent.message());
            pause("UNREACHABLE", notSent.message());
        } else {
            String why = answer instanceof SubmitAnswer.Unknown unknown
                    ? unknown.message()
                    : "Grid gave an answer that does not belong to a change";
            updates.inDoubt(lease, sent, why);
            log.warn("import {}: outcome of the change of row {} unknown: {}", sent.importId(), sent.recordNo(), why);
        }
    }

    private void pause(String code, String message) {
        paused = true;
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
        for (Duration left = delay;
                left.compareTo(Duration.ZERO) > 0 && !paused && !lease.stopRequested();
                left = left.minus(STEP)) {
            sleeper.pause(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }
}
