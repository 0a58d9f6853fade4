package dev.gridload.grid;

import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import dev.gridload.customer.RowKeys.Values;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By which route a customer is created, and why.
 *
 * @param route what was asked for
 * @param records of the input
 * @param published whether Grid's published API is spoken, and not its guides
 */
public record RouteChoice(Asked route, long records, boolean published) {

    /** As the guides have it. */
    public RouteChoice(Asked route, long records) {
        this(route, records, false);
    }

    /** Fewer rows are created sooner one by one than by a job. */
    static final long FEW = 50;

    private static final Column[] OF_JSON = Arrays.stream(Column.values())
            .filter(column -> column.isOfJsonOnly() || column == Column.PHONE_NUMBER)
            .toArray(Column[]::new);

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
        NO_UMA_ADDRESS(true, "the published upload needs a UMA address, and they have none"),
        CALL_NEEDS_MORE(false, "the published call needs more of a business than they say"),
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
        BankAccount account = customer.account();
        return of(account == null ? null : account.type(), customer::value, details::value);
    }

    /**
     * The same of a row that is no object yet.
     *
     * @param account null where there is none
     * @param customer what it says of the customer and the account
     * @param details what it says besides
     */
    public Reason of(@Nullable AccountType account, Values customer, Values details) {
        if (account == GuidesType.FBO) {
            return Reason.FBO_ACCOUNT;
        }
        return switch (route) {
            case BULK -> Reason.BULK_ASKED_FOR;
            case DIRECT -> Reason.DIRECT_ASKED_FOR;
            case AUTO -> ofItself(customer, details);
        };
    }

    private Reason ofItself(Values customer, Values details) {
        if (published && customer.value(Column.UMA_ADDRESS) == null) {
            return Reason.NO_UMA_ADDRESS;
        }
        if (published && !callTakes(customer, details)) {
            return Reason.CALL_NEEDS_MORE;
        }
        for (Column column : OF_JSON) {
            // A number that the account is known by goes with it.
            boolean besides =
                    details.value(column) != null && (column != Column.PHONE_NUMBER || customer.value(column) == null);
            if (besides) {
                return Reason.MORE_THAN_BULK_CARRIES;
            }
        }
        return records <= FEW ? Reason.FEW_ROWS : Reason.BULK_CARRIES_IT;
    }

    /** Whether a business says all that the published call asks for. */
    private static boolean callTakes(Values customer, Values details) {
        CharSequence type = customer.value(Column.CUSTOMER_TYPE);
        return type == null
                || !"BUSINESS".contentEquals(type)
                || (customer.value(Column.BUSINESS_TAX_ID) != null
                        && details.value(Column.BUSINESS_COUNTRY) != null
                        && details.value(Column.INCORPORATED_ON) != null);
    }
}
