package dev.gridload.grid;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The CSV that the bulk upload takes, as Grid's guides document it: bank columns inline for the five account types that it
 * knows. Columns that are optional there are left out where the input does not have them.
 */
public final class BulkCsv {

    private static final Set<AccountType> CARRIED =
            EnumSet.of(AccountType.US_ACCOUNT, AccountType.CLABE, AccountType.PIX, AccountType.IBAN, AccountType.UPI);

    private static final List<Column> REQUIRED = List.of(
            Column.PLATFORM_CUSTOMER_ID,
            Column.CUSTOMER_TYPE,
            Column.FULL_NAME,
            Column.BIRTH_DATE,
            Column.ADDRESS_LINE_1,
            Column.CITY,
            Column.STATE,
            Column.POSTAL_CODE,
            Column.COUNTRY,
            Column.ACCOUNT_TYPE,
            Column.ACCOUNT_NUMBER,
            Column.BANK_NAME,
            Column.BUSINESS_LEGAL_NAME);

    private static final List<Column> OPTIONAL = List.of(
            Column.UMA_ADDRESS,
            Column.EMAIL,
            Column.ADDRESS_LINE_2,
            Column.DESCRIPTION,
            Column.PLATFORM_ACCOUNT_ID,
            Column.BUSINESS_REGISTRATION_NUMBER,
            Column.BUSINESS_TAX_ID,
            Column.ROUTING_NUMBER,
            Column.ACCOUNT_CATEGORY,
            Column.CLABE_NUMBER,
            Column.PIX_KEY,
            Column.PIX_KEY_TYPE,
            Column.VPA,
            Column.IBAN,
            Column.SWIFT_BIC);

    private static final Set<Column> OF_ACCOUNT = EnumSet.of(
            Column.ACCOUNT_TYPE,
            Column.ACCOUNT_NUMBER,
            Column.BANK_NAME,
            Column.PLATFORM_ACCOUNT_ID,
            Column.ROUTING_NUMBER,
            Column.ACCOUNT_CATEGORY,
            Column.CLABE_NUMBER,
            Column.PIX_KEY,
            Column.PIX_KEY_TYPE,
            Column.VPA,
            Column.IBAN,
            Column.SWIFT_BIC);

    private final List<Column> columns;

    /**
     * The CSV for one input.
     *
     * @param present the columns that the input has
     */
    public BulkCsv(Set<Column> present) {
        Set<Column> chosen = new LinkedHashSet<>(REQUIRED);
        OPTIONAL.stream().filter(present::contains).forEach(chosen::add);
        this.columns = List.copyOf(chosen);
    }

    /** The header line, without line end. */
    public String header() {
        return String.join(",", columns.stream().map(Column::header).toList());
    }

    /**
     * The line of one customer, without line end.
     *
     * @param withAccount whether the customer's account, which must be of a type that the CSV carries, travels with it
     */
    public String line(Customer customer, boolean withAccount) {
        StringBuilder line = new StringBuilder(256);
        for (Column column : columns) {
            if (line.length() > 0 || column != columns.get(0)) {
                line.append(',');
            }
            if (withAccount || !OF_ACCOUNT.contains(column)) {
                append(line, customer.value(column));
            }
        }
        return line.toString();
    }

    /** Whether the CSV knows accounts of this type. */
    static boolean carries(AccountType type) {
        return CARRIED.contains(type);
    }

    /** One field, quoted where RFC 4180 wants it. */
    private static void append(StringBuilder line, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        boolean quote = value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
        for (int i = 0; i < value.length() && !quote; i++) {
            char c = value.charAt(i);
            quote = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (quote) {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            line.append(value);
        }
    }
}
