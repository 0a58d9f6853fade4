package dev.gridload.customer;

import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
public record RowKeys(long id, long uma, long account, long data) {

    private static final List<Column> OF_ACCOUNTS = List.of(
            Column.ROUTING_NUMBER,
            Column.BANK_CODE,
            Column.BRANCH_CODE,
            Column.ACCOUNT_NUMBER,
            Column.CLABE_NUMBER,
            Column.PIX_KEY,
            Column.IBAN,
            Column.VPA,
            Column.PHONE_NUMBER,
            Column.WALLET_ADDRESS);

    private static final List<Column> OF_CUSTOMERS = Arrays.stream(Column.values())
            .filter(column -> !column.isOfAccount() && !column.isDetail())
            .filter(column -> column != Column.PLATFORM_CUSTOMER_ID && column != Column.UMA_ADDRESS)
            .toList();

    /** The keys of a customer whose row is good. */
    public static RowKeys of(Customer customer) {
        Identity identity = customer.identity();
        String id = identity.platformCustomerId() == null ? "" : identity.platformCustomerId();
        String uma = identity.umaAddress();
        return new RowKeys(
                hash(id),
                uma == null ? 0 : hash(uma.toLowerCase(Locale.ROOT)),
                account(id, customer.account()),
                data(customer));
    }

    private static long account(String id, @Nullable BankAccount account) {
        if (account == null) {
            return 0;
        }
        StringBuilder numbers = new StringBuilder(64).append(account.type().name());
        int bare = numbers.length();
        for (Column column : OF_ACCOUNTS) {
            String value = account.value(column.header());
            if (value != null) {
                // Ethereum writes the same address in several cases.
                numbers.append('\n').append(column == Column.WALLET_ADDRESS ? value.toLowerCase(Locale.ROOT) : value);
            }
        }
        switch (account.type()) {
            case NGN_ACCOUNT, ZAR_ACCOUNT -> numbers.append('\n').append(account.value(Column.BANK_NAME.header()));
            // An FBO account has no number: it belongs to its customer alone.
            case FBO ->
                numbers.append('\n').append(account.currency()).append('\n').append(id);
            case US_ACCOUNT,
                    CLABE,
                    PIX,
                    IBAN,
                    UPI,
                    KES_ACCOUNT,
                    TZS_ACCOUNT,
                    ZMW_ACCOUNT,
                    RWF_ACCOUNT,
                    CAD_ACCOUNT,
                    SPARK_WALLET,
                    ETHEREUM_WALLET -> {}
        }
        if (numbers.length() == bare) {
            return 0;
        }
        return account.type() == AccountType.FBO ? hash(numbers) | 1 : (hash(numbers) & ~1L) | 2;
    }

    private static long data(Customer customer) {
        StringBuilder data = new StringBuilder(160);
        for (Column column : OF_CUSTOMERS) {
            String value = customer.value(column);
            data.append(value == null ? "" : value).append('\n');
        }
        return hash(data);
    }

    /** FNV-1a over the characters, then mixed so that all bits depend on all of them; never 0. */
    private static long hash(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
