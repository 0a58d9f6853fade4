package dev.gridload.pipeline.update;

import dev.gridload.grid.CustomerChange;
import dev.gridload.grid.CustomerJson;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.CustomerUpdate;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submissions;
import dev.gridload.ledger.Updates;
import dev.gridload.pipeline.Obstacles;
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

    /** How often a change is sent before it counts as refused. */
    private static final int ATTEMPTS = 5;

    private final Lease lease;
    private final Updates updates;
    private final GridApi grid;
    private final Obstacles obstacles;
    private final String csvHeader;

    Changing(Lease lease, Updates updates, GridApi grid, Obstacles obstacles, String csvHeader) {
        this.lease = lease;
        this.updates = updates;
        this.grid = grid;
        this.obstacles = obstacles;
        this.csvHeader = csvHeader;
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
        } else if (answer instanceof SubmitAnswer.NotDone notDone) {
            updates.notProcessed(lease, sent, notDone.why());
            obstacles.meet(notDone, "change");
        } else {
            String why = answer instanceof SubmitAnswer.Unknown unknown
                    ? unknown.message()
                    : "Grid gave an answer that does not belong to a change";
            updates.inDoubt(lease, sent, why);
            log.warn("import {}: outcome of the change of row {} unknown: {}", sent.importId(), sent.recordNo(), why);
        }
    }
}
