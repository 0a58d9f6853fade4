package dev.gridload.pipeline.validate;

import dev.gridload.account.BankAccount;
import dev.gridload.account.GuidesType;
import dev.gridload.account.identifier.CountryRule;
import dev.gridload.account.identifier.CurrencyRule;
import dev.gridload.customer.Address;
import dev.gridload.customer.BirthDateRule;
import dev.gridload.customer.Business;
import dev.gridload.customer.BusinessNameRule;
import dev.gridload.customer.ByteKind;
import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.DetailRule;
import dev.gridload.customer.Details;
import dev.gridload.customer.EmailRule;
import dev.gridload.customer.Identity;
import dev.gridload.customer.Individual;
import dev.gridload.customer.PostalCodeRule;
import dev.gridload.customer.RowBytes;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.TextRule;
import dev.gridload.customer.UmaRule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows that break no rule and need no repair from the others, by calling the same pure functions on the text as it was
 * read, without an object a row. It may only accept: what it does not accept, {@link Validator} looks at, whose verdict counts.
 * For one thread.
 */
@SuppressWarnings("EnumOrdinal") // never stored
public final class CleanRow implements RowKeys.Values {

    private static final byte[] INDIVIDUAL = "INDIVIDUAL".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BUSINESS = "BUSINESS".getBytes(StandardCharsets.US_ASCII);

    private static final int NONE = -1;

    private final Column[] columns;
    private final Kind[] kinds;
    /** By column, kinds of bytes that need a second look. */
    private final int[] unusual;

    private final Cell[] cells;
    /** By place in the file, the column that stands there. */
    private final int[] columnAt;

    private final Cell other = new Cell();
    private final AccountColumns accountColumns = new AccountColumns();
    private final RequiredColumns required;
    private final LocalDate today;
    /** Columns whose constant is not beyond question. */
    private final Column[] unfit;

    private final ColumnValues values = new ColumnValues();
    private @Nullable GuidesType type;
    private boolean individual;
    private boolean[] said = {};
    private final RowKeys.Values besides = this::besides;

    /** @param today rows of customers who come of age during an import are looked at by the validator */
    CleanRow(Mapping mapping, RequiredFields fields, Scope scope, LocalDate today) {
        columns = mapping.columns().toArray(new Column[0]);
        kinds = new Kind[columns.length];
        unusual = new int[columns.length];
        cells = new Cell[columns.length];
        columnAt = new int[mapping.width()];
        Arrays.fill(columnAt, NONE);
        List<Column> bad = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            kinds[i] = Kind.of(columns[i]);
            unusual[i] = kinds[i] == Kind.NEVER ? ~0 : ByteKind.HIGH | ByteKind.CONTROL;
            cells[i] = new Cell();
            int place = mapping.position(columns[i]);
            if (place < columnAt.length) {
                columnAt[place] = i;
            }
            String constant = mapping.constant(columns[i]);
            if (constant != null && !constant.isEmpty()) {
                Cell cell = Cell.of(constant);
                if (!kinds[i].fits(cell)) {
                    bad.add(columns[i]);
                }
                values.presume(columns[i], cell);
            }
        }
        unfit = bad.toArray(new Column[0]);
        required = new RequiredColumns(fields, scope);
        this.today = today;
    }

    /** Whether the row is beyond question. */
    public boolean accepts(RowBytes row) {
        return takes(row) && isCustomer() && isAccount() && hasDetails() && required.areThere(type, individual, values);
    }

    /** The account of the row that was accepted last; null where it has none. */
    public @Nullable GuidesType accountType() {
        return type;
    }

    /** The value of a column in the row that was accepted last; null where it is empty or of another account type. */
    @Override
    public @Nullable CharSequence value(Column column) {
        return said[column.ordinal()] ? values.get(column) : null;
    }

    private @Nullable CharSequence besides(Column column) {
        CharSequence value = values.get(column);
        return value != null && column.isDetail() ? value : null;
    }

    /** What the row that was accepted last says besides the customer and the account. */
    public RowKeys.Values saidBesides() {
        return besides;
    }

    /** The customer of the row that was accepted last. */
    public Customer customer() {
        Identity identity = new Identity(
                copy(Column.PLATFORM_CUSTOMER_ID),
                copy(Column.UMA_ADDRESS),
                copy(Column.EMAIL),
                copy(Column.DESCRIPTION));
        Address address = new Address(
                copy(Column.ADDRESS_LINE_1),
                copy(Column.ADDRESS_LINE_2),
                copy(Column.CITY),
                copy(Column.STATE),
                copy(Column.POSTAL_CODE),
                copy(Column.COUNTRY));
        BankAccount account = type == null ? null : type.of(this::named);
        return individual
                ? new Individual(identity, copy(Column.FULL_NAME), copy(Column.BIRTH_DATE), address, account)
                : new Business(
                        identity,
                        copy(Column.BUSINESS_LEGAL_NAME),
                        copy(Column.BUSINESS_REGISTRATION_NUMBER),
                        copy(Column.BUSINESS_TAX_ID),
                        address,
                        account);
    }

    /** What the row that was accepted last says besides. */
    public Details details() {
        Map<Column, String> said = new EnumMap<>(Column.class);
        for (Column column : columns) {
            String value = column.isDetail() ? copy(column) : null;
            if (value != null) {
                said.put(column, value);
            }
        }
        return Details.of(said);
    }

    private @Nullable String copy(Column column) {
        CharSequence value = values.get(column);
        return value == null ? null : value.toString();
    }

    private @Nullable String named(String header) {
        Column column = Column.named(header);
        return column == null ? null : copy(column);
    }

    private boolean takes(RowBytes row) {
        values.clear();
        for (int i = 0; i < row.filled(); i++) {
            int place = row.filled(i);
            int column = place < columnAt.length ? columnAt[place] : NONE;
            if (column != NONE) {
                Cell cell = cells[column];
                if (row.field(place, cell)) {
                    if (CleanText.isUnusual(cell, unusual[column]) && !kinds[column].fits(cell)) {
                        return false;
                    }
                    values.set(columns[column], cell);
                }
            } else if (!row.isAscii() && row.field(place, other) && !CleanText.isUtf8(other)) {
                // Columns that nobody reads must be text too; whether it is, the validator's reader can say.
                return false;
            }
        }
        for (Column column : unfit) {
            if (values.isPresumed(column)) {
                return false;
            }
        }
        return true;
    }

    private boolean isCustomer() {
        Cell kind = values.get(Column.CUSTOMER_TYPE);
        if (kind == null) {
            return false;
        }
        individual = kind.is(INDIVIDUAL);
        return (individual ? isPerson() : kind.is(BUSINESS) && isBusiness())
                && isText(Column.PLATFORM_CUSTOMER_ID, true)
                && isText(Column.ADDRESS_LINE_1, true)
                && isText(Column.ADDRESS_LINE_2, false)
                && isText(Column.CITY, true)
                && isText(Column.STATE, true)
                && isText(Column.POSTAL_CODE, true)
                && isCountry(Column.COUNTRY, true)
                && PostalCodeRule.check(values.get(Column.COUNTRY), values.get(Column.POSTAL_CODE)) == null
                && isContact(values.get(Column.EMAIL), values.get(Column.UMA_ADDRESS));
    }

    private boolean isPerson() {
        Cell name = values.get(Column.FULL_NAME);
        CharSequence birth = values.get(Column.BIRTH_DATE);
        return name != null && birth != null && CleanText.isName(name) && BirthDateRule.check(birth, today) == null;
    }

    private boolean isBusiness() {
        CharSequence name = values.get(Column.BUSINESS_LEGAL_NAME);
        return name != null
                && BusinessNameRule.check(name) == null
                && isText(Column.BUSINESS_REGISTRATION_NUMBER, false)
                && isText(Column.BUSINESS_TAX_ID, false)
                && values.get(Column.INCORPORATED_ON) == null;
    }

    private static boolean isContact(@Nullable CharSequence email, @Nullable CharSequence uma) {
        return (email == null || EmailRule.check(email) == null) && (uma == null || UmaRule.check(uma) == null);
    }

    private boolean isText(Column column, boolean needed) {
        CharSequence value = values.get(column);
        return value == null ? !needed : TextRule.check(value) == null;
    }

    private boolean isCountry(Column column, boolean needed) {
        CharSequence value = values.get(column);
        return value == null ? !needed : CountryRule.check(value) == null;
    }

    private boolean isAccount() {
        Cell written = values.get(Column.ACCOUNT_TYPE);
        type = written == null ? null : accountColumns.named(written);
        said = accountColumns.said(type, individual);
        if (type != null) {
            return CleanAccount.accepts(type, this);
        }
        if (written != null) {
            return false;
        }
        for (Column column : HeaderReading.OF_ACCOUNT_NUMBERS) {
            if (values.get(column) != null) {
                return false;
            }
        }
        return true;
    }

    private boolean hasDetails() {
        CharSequence currencies = values.get(Column.CURRENCIES);
        CharSequence currency = values.get(Column.CURRENCY_CODE);
        CharSequence phone = values.get(Column.PHONE_NUMBER);
        boolean numberOfAccount = type != null && type.countryCode() != null;
        return isCountry(Column.REGION, false)
                && isCountry(Column.NATIONALITY, false)
                && (currencies == null || CurrencyRule.check(currencies) == null)
                && (currency == null || CurrencyRule.check(currency) == null)
                && (phone == null || numberOfAccount || DetailRule.phone(phone) == null);
    }

    /** What characters people write into a column. */
    private enum Kind {
        PLAIN,
        TEXT,
        LINES,
        /** Columns whose rules hang together in ways of their own. */
        NEVER;

        static Kind of(Column column) {
            return switch (column) {
                case PLATFORM_CUSTOMER_ID,
                        PLATFORM_ACCOUNT_ID,
                        FULL_NAME,
                        CITY,
                        STATE,
                        POSTAL_CODE,
                        BUSINESS_LEGAL_NAME,
                        BUSINESS_REGISTRATION_NUMBER,
                        BUSINESS_TAX_ID,
                        BANK_NAME -> TEXT;
                case ADDRESS_LINE_1, ADDRESS_LINE_2, DESCRIPTION -> LINES;
                case CONSENT_ACCEPTED_AT, CONSENT_IP_ADDRESS, CONSENT_TERMS_VERSION, CONSENT_ACCEPTANCE_METHOD -> NEVER;
                default -> column.isOfBeneficiary() ? NEVER : PLAIN;
            };
        }

        boolean fits(Cell value) {
            return switch (this) {
                case PLAIN -> CleanText.isPlain(value);
                case TEXT -> CleanText.isText(value);
                case LINES -> CleanText.isLines(value);
                case NEVER -> false;
            };
        }
    }
}
