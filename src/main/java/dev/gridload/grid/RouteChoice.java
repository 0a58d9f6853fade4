package dev.gridload.grid;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;

/**
 * By which route a customer is created, and why.
 *
 * @param route what was asked for
 * @param records of the input
 */
public record RouteChoice(Asked route, long records) {

    /** Fewer rows are created sooner one by one than by a job. */
    static final long FEW = 50;

    private static final Column[] ALL = Column.values();

    /** What was asked for. */
    public enum Asked {
        BULK,
        DIRECT,
        AUTO
    }

    /** Why a customer goes its way. */
    public enum Reason {
        BULK_CARRIES_IT(false, "the upload carries all that they say"),
        BULK_ASKED_FOR(false, "the bulk route was asked for"),
        DIRECT_ASKED_FOR(true, "the direct route was asked for"),
        FBO_ACCOUNT(true, "an FBO account goes with its customer only, and the upload does not know it"),
        MORE_THAN_BULK_CARRIES(true, "they fill columns that the upload does not have"),
        FEW_ROWS(true, "so few rows are created sooner one by one");

        private final boolean direct;
        private final String words;

        Reason(boolean direct, String words) {
            this.direct = direct;
            this.words = words;
        }

        public boolean direct() {
            return direct;
        }

        /** Why, behind the word because. */
        public String words() {
            return words;
        }
    }

    public Reason of(Customer customer, Details details) {
        if (customer.account() != null && customer.account().type() == AccountType.FBO) {
            return Reason.FBO_ACCOUNT;
        }
        return switch (route) {
            case BULK -> Reason.BULK_ASKED_FOR;
            case DIRECT -> Reason.DIRECT_ASKED_FOR;
            case AUTO -> ofItself(customer, details);
        };
    }

    private Reason ofItself(Customer customer, Details details) {
        for (Column column : ALL) {
            boolean ofJson = column.isOfJsonOnly() || (column == Column.PHONE_NUMBER && customer.value(column) == null);
            if (ofJson && details.value(column) != null) {
                return Reason.MORE_THAN_BULK_CARRIES;
            }
        }
        return records <= FEW ? Reason.FEW_ROWS : Reason.BULK_CARRIES_IT;
    }
}
