package dev.gridload.pipeline;

import dev.gridload.account.AccountType;
import dev.gridload.customer.RowKeys;
import dev.gridload.customer.RowKeys.Values;
import org.jspecify.annotations.Nullable;

/** The {@link RowKeys} of a number of rows as plain numbers, without an object a row. For one thread at a time. */
final class KeyRows {

    private static final int KEYS = 4;

    private final long[] keys;

    KeyRows(int rows) {
        keys = new long[rows * KEYS];
    }

    /** Keeps the keys of a row whose customer is good. */
    void set(int place, Values values, @Nullable AccountType account) {
        int at = place * KEYS;
        keys[at] = RowKeys.idOf(values);
        keys[at + 1] = RowKeys.umaOf(values);
        keys[at + 2] = RowKeys.accountOf(values, account);
        keys[at + 3] = RowKeys.dataOf(values);
    }

    void set(int place, RowKeys row) {
        int at = place * KEYS;
        keys[at] = row.id();
        keys[at + 1] = row.uma();
        keys[at + 2] = row.account();
        keys[at + 3] = row.data();
    }

    long id(int place) {
        return keys[place * KEYS];
    }

    long uma(int place) {
        return keys[place * KEYS + 1];
    }

    long account(int place) {
        return keys[place * KEYS + 2];
    }

    long data(int place) {
        return keys[place * KEYS + 3];
    }

    RowKeys at(int place) {
        return new RowKeys(id(place), uma(place), account(place), data(place));
    }
}
