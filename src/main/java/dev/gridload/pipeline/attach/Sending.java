package dev.gridload.pipeline.attach;

import dev.gridload.grid.CustomerJson;
import dev.gridload.grid.ExternalAccounts;
import dev.gridload.grid.GridAccount;
import dev.gridload.grid.GridApi;
import dev.gridload.grid.GridCustomer;
import dev.gridload.grid.SubmitAnswer;
import dev.gridload.ledger.Account;
import dev.gridload.ledger.AccountEnd;
import dev.gridload.ledger.AccountState;
import dev.gridload.ledger.Accounts;
import dev.gridload.ledger.Lease;
import dev.gridload.ledger.Submissions;
import dev.gridload.pipeline.Obstacles;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one planned account: intent committed, call made once, outcome committed. Used by several threads. */
final class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Lease lease;
    private final Accounts accounts;
    private final GridApi grid;
    private final Obstacles obstacles;
    private final String csvHeader;

    Sending(Lease lease, Accounts accounts, GridApi grid, Obstacles obstacles, String csvHeader) {
        this.lease = lease;
        this.accounts = accounts;
        this.grid = grid;
        this.obstacles = obstacles;
        this.csvHeader = csvHeader;
    }

    void send(Account planned) {
        Account requested = planned.request() == null ? withRequest(planned) : planned;
        Account account = requested.gridCustomerId() == null ? withCustomer(requested) : requested;
        if (account == null || (account.customerExisted() && account.attempt() == 0 && inGridAlready(account))) {
            return;
        }
        Account inFlight = accounts.intend(lease, account);
        lease.requireOurs();
        settle(inFlight, grid.createAccount(gridCustomerId(inFlight), requestOf(inFlight)));
    }

    /** An account that would have gone with its customer is sent by itself when another row carries the customer. */
    private Account withRequest(Account planned) {
        Submissions.Text row = accounts.text(planned);
        String customer = row.direct() ? row.text() : CustomerJson.of(csvHeader, row.text());
        ExternalAccounts.Request request = ExternalAccounts.ofCustomer(customer);
        return accounts.requested(lease, planned, request.type(), request.body());
    }

    /** Looks the customer up; null where that ends the account. */
    private @Nullable Account withCustomer(Account planned) {
        List<GridCustomer> found = grid.withPlatformId(planned.customerId());
        if (found.size() == 1) {
            return accounts.customerFound(lease, planned, found.get(0).id());
        }
        accounts.settle(
                lease,
                planned,
                found.isEmpty()
                        ? AccountEnd.failed(
                                "CUSTOMER_NOT_FOUND",
                                "platformCustomerId",
                                "Grid has no customer with this platformCustomerId, so the account was not sent")
                        : AccountEnd.question(
                                "SEVERAL_CUSTOMERS",
                                "Grid lists " + found.size()
                                        + " customers with this platformCustomerId; decide which one gets the account"));
        return null;
    }

    /** A customer that was there before may have the account too: to ask is cheaper than to be refused, and surer. */
    private boolean inGridAlready(Account account) {
        for (GridAccount listed : grid.accounts(gridCustomerId(account))) {
            if (listed.is(requestOf(account))) {
                accounts.settle(
                        lease, account, AccountEnd.inGrid(AccountState.ALREADY_EXISTED, listed.id(), listed.status()));
                return true;
            }
        }
        return false;
    }

    private void settle(Account account, SubmitAnswer answer) {
        if (answer instanceof SubmitAnswer.Attached made) {
            accounts.settle(lease, account, AccountEnd.inGrid(AccountState.CREATED, made.gridId(), made.status()));
        } else if (answer instanceof SubmitAnswer.Exists exists) {
            accounts.inDoubt(lease, account, Discovery.EXISTS + exists.message());
        } else if (answer instanceof SubmitAnswer.Refused refused) {
            accounts.settle(lease, account, AccountEnd.failed(refused.code(), refused.columns(), refused.message()));
        } else if (answer instanceof SubmitAnswer.NotDone notDone) {
            accounts.notProcessed(lease, account, notDone.why());
            obstacles.meet(notDone, "account");
        } else {
            String why = answer instanceof SubmitAnswer.Unknown unknown
                    ? unknown.message()
                    : "Grid gave an answer that does not belong to an account";
            accounts.inDoubt(lease, account, why);
            log.warn(
                    "import {}: outcome of the account of row {} unknown: {}",
                    account.importId(),
                    account.recordNo(),
                    why);
        }
    }

    static String requestOf(Account account) {
        return Objects.requireNonNull(account.request());
    }

    private static String gridCustomerId(Account account) {
        return Objects.requireNonNull(account.gridCustomerId());
    }
}
