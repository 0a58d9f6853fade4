package dev.gridload.customer;

import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import dev.gridload.account.GuidesType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What tells a row from the others of its file, as 64-bit hashes, so that millions of rows can be compared in little space. Two
 * different values of ten million share a hash with a probability of about one in a million.
 *
 * @param id of the platformCustomerId
 * @param uma of the UMA address whatever its case; 0 where there is none
 * @param account of the numbers by which a bank knows the account; 0 where there is none; odd where it can only come with its
 *     customer, and not be added to one
 * @param data of what the row says of the customer besides
 */
@SuppressWarnings("EnumOrdinal") // never stored
public record RowKeys(long id, long uma, long account, long data) {

    private static final Column[] OF_ACCOUNTS = {
        Column.ROUTING_NUMBER,
        Column.BANK_CODE,
        Column.BRANCH_CODE,
        Column.ACCOUNT_NUMBER,
        Column.CLABE_NUMBER,
        Column.PIX_KEY,
        Column.IBAN,
        Column.VPA,
        Column.PHONE_NUMBER,
        Column.WALLET_ADDRESS,
        Column.SORT_CODE,
        Column.IFSC,
        Column.INVOICE,
        Column.BOLT12,
        Column.LIGHTNING_ADDRESS
    };

    /** Of these only the ones that an account of the type has. */
    private static final Column[][] BY_TYPE = Arrays.stream(GuidesType.values())
            .map(type -> Arrays.stream(OF_ACCOUNTS)
                    .filter(column -> type.has(column.header()))
                    .toArray(Column[]::new))
            .toArray(Column[][]::new);

    private static final Column[] OF_CUSTOMERS = Arrays.stream(Column.values())
            .filter(column -> !column.isOfAccount() && !column.isDetail())
            .filter(column -> column != Column.PLATFORM_CUSTOMER_ID && column != Column.UMA_ADDRESS)
            .toArray(Column[]::new);

    /** The values of a row whose customer is good, by column; null where it has none, or its kind has no such column. */
    public interface Values {
        @Nullable
        CharSequence value(Column column);
    }

    /** The keys of a customer whose row is good. */
    public static RowKeys of(Customer customer) {
        BankAccount account = customer.account();
        return of(customer::value, account == null ? null : account.type());
    }

    /**
     * The same of a row that is no object yet.
     *
     * @param account null where there is none
     */
    public static RowKeys of(Values values, @Nullable AccountType account) {
        return new RowKeys(idOf(values), umaOf(values), accountOf(values, account), dataOf(values));
    }

    /** {@link #id} alone; never 0. */
    public static long idOf(Values values) {
        CharSequence id = values.value(Column.PLATFORM_CUSTOMER_ID);
        return KeyHash.end(KeyHash.add(KeyHash.BEGIN, id == null ? "" : id));
    }

    /** {@link #uma} alone. */
    public static long umaOf(Values values) {
        CharSequence uma = values.value(Column.UMA_ADDRESS);
        return uma == null ? 0 : KeyHash.end(KeyHash.addLower(KeyHash.BEGIN, uma));
    }

    /** {@link #account} alone. */
    public static long accountOf(Values values, @Nullable AccountType account) {
        return account == null ? 0 : numbers(values, account);
    }

    /** {@link #data} alone. */
    public static long dataOf(Values values) {
        long data = KeyHash.BEGIN;
        for (Column column : OF_CUSTOMERS) {
            data = add(data, values.value(column));
        }
        return KeyHash.end(data);
    }

    private static long numbers(Values values, AccountType type) {
        long numbers = KeyHash.step(KeyHash.BEGIN, type.wireName().hashCode());
        long bare = numbers;
        for (Column column : type instanceof GuidesType known ? BY_TYPE[known.ordinal()] : OF_ACCOUNTS) {
            CharSequence value = values.value(column);
            if (value != null) {
                long of = KeyHash.step(numbers, column.header().hashCode());
                // Ethereum writes the same address in several cases.
                numbers = column == Column.WALLET_ADDRESS ? KeyHash.addLower(of, value) : KeyHash.add(of, value);
            }
        }
        if (type == GuidesType.FBO) {
            // An FBO account has no number: it belongs to its customer alone.
            numbers = add(add(numbers, values.value(Column.CURRENCY_CODE)), values.value(Column.PLATFORM_CUSTOMER_ID));
        } else if (numbersAreOfBank(type)) {
            numbers = add(numbers, values.value(Column.BANK_NAME));
        }
        if (numbers == bare) {
            return 0;
        }
        long key = KeyHash.end(numbers);
        return type == GuidesType.FBO ? key | 1 : (key & ~1L) | 2;
    }

    /** Whether another bank may have an account of the same number, and the row names the bank in words only. */
    private static boolean numbersAreOfBank(AccountType type) {
        return type instanceof GuidesType
                ? type == GuidesType.NGN_ACCOUNT || type == GuidesType.ZAR_ACCOUNT
                : type.has(Column.ACCOUNT_NUMBER.header()) && type.has(Column.BANK_NAME.header());
    }

    private static long add(long sum, @Nullable CharSequence text) {
        return text == null ? KeyHash.addNothing(sum) : KeyHash.add(sum, text);
    }
}
