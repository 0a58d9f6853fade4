package dev.gridload.pipeline.report;

import dev.gridload.ledger.AccountCounts;
import dev.gridload.ledger.AccountState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of accounts that were created by calls of their own, in a line. */
public final class AccountWords {

    private AccountWords() {}

    /** For example {@code 12 created, 1 failed; status at Grid: 11 ACTIVE, 1 PENDING}. */
    public static String of(AccountCounts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, counts.of(AccountState.CREATED), "created");
        add(parts, counts.of(AccountState.ALREADY_EXISTED), "already existed");
        add(parts, counts.of(AccountState.FAILED), "failed");
        add(parts, counts.of(AccountState.LEFT_OUT), "left out, their customers are not in Grid");
        add(parts, counts.of(AccountState.NEEDS_OPERATOR), "to decide");
        add(
                parts,
                counts.of(AccountState.WAITING, AccountState.PLANNED, AccountState.IN_FLIGHT, AccountState.DISCOVER),
                "open");
        List<String> statuses = new ArrayList<>();
        for (Map.Entry<String, Long> status : counts.byStatus().entrySet()) {
            add(statuses, status.getValue(), status.getKey());
        }
        return String.join(", ", parts)
                + (statuses.isEmpty() ? "" : "; status at Grid: " + String.join(", ", statuses));
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(Figures.number(number) + " " + what);
        }
    }
}
