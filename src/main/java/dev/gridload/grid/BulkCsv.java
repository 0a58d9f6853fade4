package dev.gridload.grid;

import dev.gridload.account.AccountType;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The CSV that the bulk upload takes: as Grid's guides document it, with bank columns inline for the five account types that it
 * knows, or as the published API does, without any. Columns that are optional there are left out where the input does not have
 * them.
 */
public final class BulkCsv {

    private static final Set<GuidesType> CARRIED =
            EnumSet.of(GuidesType.US_ACCOUNT, GuidesType.CLABE, GuidesType.PIX, GuidesType.IBAN, GuidesType.UPI);

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

    private static final List<Column> PUBLISHED_REQUIRED = List.of(
            Column.UMA_ADDRESS,
            Column.PLATFORM_CUSTOMER_ID,
            Column.CUSTOMER_TYPE,
            Column.FULL_NAME,
            Column.BIRTH_DATE,
            Column.ADDRESS_LINE_1,
            Column.CITY,
            Column.STATE,
            Column.POSTAL_CODE,
            Column.COUNTRY,
            Column.BUSINESS_LEGAL_NAME);

    private static final List<Column> PUBLISHED_OPTIONAL = List.of(
            Column.EMAIL,
            Column.ADDRESS_LINE_2,
            Column.DESCRIPTION,
            Column.BUSINESS_REGISTRATION_NUMBER,
            Column.BUSINESS_TAX_ID);

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
    /** Which of the columns are of the account. */
    private final boolean[] ofAccount;

    private final boolean callsNeedMore;

    /**
     * The CSV of the guides for one input.
     *
     * @param present the columns that the input has
     */
    public BulkCsv(Set<Column> present) {
        this(REQUIRED, OPTIONAL, present, false);
    }

    private BulkCsv(List<Column> required, List<Column> optional, Set<Column> present, boolean callsNeedMore) {
        Set<Column> chosen = new LinkedHashSet<>(required);
        optional.stream().filter(present::contains).forEach(chosen::add);
        this.columns = List.copyOf(chosen);
        ofAccount = new boolean[columns.size()];
        for (int i = 0; i < ofAccount.length; i++) {
            ofAccount[i] = OF_ACCOUNT.contains(columns.get(i));
        }
        this.callsNeedMore = callsNeedMore;
    }

    /** The CSV of the published API for an input that has these columns. */
    public static BulkCsv published(Set<Column> present) {
        return new BulkCsv(PUBLISHED_REQUIRED, PUBLISHED_OPTIONAL, present, true);
    }

    /**
     * The body that creates the customer of a line by a call of its own; null where that call asks for more than the upload carries,
     * as the published one does of a business.
     */
    public @Nullable String asCall(String line) {
        boolean business = "BUSINESS".equals(CsvLine.values(header(), line).get(Column.CUSTOMER_TYPE.header()));
        return callsNeedMore && business ? null : CustomerJson.of(header(), line);
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
        for (int i = 0; i < ofAccount.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            if (withAccount || !ofAccount[i]) {
                append(line, customer.value(columns.get(i)));
            }
        }
        return line.toString();
    }

    /** Whether the CSV knows accounts of this type. */
    static boolean carries(AccountType type) {
        return type instanceof GuidesType guides && CARRIED.contains(guides);
    }

    /** One field, quoted where RFC 4180 wants it. */
    private static void append(StringBuilder line, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        boolean quote = value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
        boolean quotes = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            quotes |= c == '"';
            quote |= c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (quote) {
            line.append('"')
                    .append(quotes ? value.replace("\"", "\"\"") : value)
                    .append('"');
        } else {
            line.append(value);
        }
    }
}
