package dev.gridload.pipeline.attach;

import dev.gridload.grid.Backoff;
import dev.gridload.grid.GridAccount;
import dev.gridload.grid.GridApi;
import dev.gridload.ledger.Account;
import dev.gridload.ledger.AccountEnd;
import dev.gridload.ledger.AccountState;
import dev.gridload.ledger.Accounts;
import dev.gridload.ledger.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out what became of an account whose outcome is unknown: by what Grid lists of its customer. Used by several threads. */
final class Discovery {

    /** How the note begins of an account that Grid says it has. */
    static final String EXISTS = "Grid answered ";

    /** How often an account is sent whose outcome stays in doubt before a person is asked. */
    private static final int ATTEMPTS = 5;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    private final Lease lease;
    private final Accounts accounts;
    private final GridApi grid;
    private final Clock clock;
    private final Duration settle;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();

    Discovery(Lease lease, Accounts accounts, GridApi grid, Clock clock, Duration settle) {
        this.lease = lease;
        this.accounts = accounts;
        this.grid = grid;
        this.clock = clock;
        this.settle = settle;
    }

    /** Whether it is time to look at it (again). */
    boolean due(Account account) {
        Waiting before = waiting.get(account.recordNo());
        return before == null || !before.next().isAfter(clock.instant());
    }

    void lookAt(Account account) {
        List<GridAccount> found = grid.accounts(Objects.requireNonNull(account.gridCustomerId())).stream()
                .filter(listed -> listed.is(Sending.requestOf(account)))
                .toList();
        Waiting before = waiting.getOrDefault(account.recordNo(), new Waiting(0, clock.instant(), Instant.MIN));
        if (found.size() == 1) {
            accounts.settle(
                    lease,
                    account,
                    AccountEnd.inGrid(
                            whose(account), found.get(0).id(), found.get(0).status()));
        } else if (found.size() > 1) {
            accounts.settle(
                    lease,
                    account,
                    AccountEnd.question(
                            "SEVERAL_ACCOUNTS",
                            "Grid lists this account " + found.size()
                                    + " times for the customer; decide which one is right"));
        } else if (clock.instant().isAfter(before.since().plus(settle))) {
            missing(account);
        } else {
            waiting.put(
                    account.recordNo(),
                    new Waiting(
                            before.attempt() + 1,
                            before.since(),
                            clock.instant().plus(BACKOFF.wait(before.attempt()))));
            return;
        }
        waiting.remove(account.recordNo());
    }

    /** Refused at the first sending, to a customer that had been there before: somebody else made it. */
    private static AccountState whose(Account account) {
        return account.customerExisted() && account.attempt() <= 1 && saidToExist(account)
                ? AccountState.ALREADY_EXISTED
                : AccountState.CREATED;
    }

    private void missing(Account account) {
        if (saidToExist(account)) {
            accounts.settle(
                    lease,
                    account,
                    AccountEnd.question(
                            "ACCOUNT_NOT_LISTED",
                            "Grid says that it has this account, and does not list it for the customer ("
                                    + account.note() + ")"));
        } else if (account.attempt() < ATTEMPTS) {
            accounts.sendAgain(lease, account, "Grid did not have it " + settle.toSeconds() + " s after the last try");
        } else {
            accounts.settle(
                    lease,
                    account,
                    AccountEnd.question(
                            "ACCOUNT_IN_DOUBT",
                            "Grid's answer was lost " + account.attempt() + " times, and it does not list the account ("
                                    + account.note() + ")"));
        }
    }

    private static boolean saidToExist(Account account) {
        return account.note() != null && account.note().startsWith(EXISTS + "409");
    }

    private record Waiting(int attempt, Instant since, Instant next) {}
}
