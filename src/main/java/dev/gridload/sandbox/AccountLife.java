package dev.gridload.sandbox;

import java.time.Duration;
import java.util.List;

/**
 * How an account goes on after its creation; moments in milliseconds of the sandbox's clock.
 *
 * @param firstStatus until {@code activeFrom}, when it becomes ACTIVE
 * @param listedFrom when lists begin to show it
 */
record AccountLife(String firstStatus, long activeFrom, long listedFrom) {

    private static final Duration LATENESS = Duration.ofSeconds(30);

    /** As the faults that struck its creation have it: ACTIVE and listed at once where there is none. */
    static AccountLife of(List<Fault<AccountFault>> faults, long now) {
        String first = "ACTIVE";
        long active = now;
        long listed = now;
        for (Fault<AccountFault> fault : faults) {
            FaultDetails details = fault.details();
            switch (fault.kind()) {
                case ACCOUNT_STATUS -> {
                    first = details.accountStatus();
                    Duration time = details.time();
                    active = time == null ? Long.MAX_VALUE : now + time.toMillis();
                }
                case ACCOUNT_LATE -> listed = now + details.timeOr(LATENESS).toMillis();
            }
        }
        return new AccountLife(first, active, listed);
    }

    String status(long now) {
        return now < activeFrom ? firstStatus : "ACTIVE";
    }

    boolean listed(long now) {
        return now >= listedFrom;
    }
}
