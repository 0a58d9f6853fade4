package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.RowKeys;
import org.jspecify.annotations.Nullable;

/** By what two rows are compared. The same decisions as the statements by which the ledger closes staging. */
enum KeyKind {
    CUSTOMER,
    UMA,
    ACCOUNT;

    /** 0 where the row has none. */
    long keyOf(RowKeys keys) {
        return switch (this) {
            case CUSTOMER -> keys.id();
            case UMA -> keys.uma();
            case ACCOUNT -> keys.account();
        };
    }

    /** What a row says with its key: of the same customer its address and account, of the others whose they are. */
    private long detailOf(RowKeys keys) {
        return this == CUSTOMER ? keys.uma() : keys.id();
    }

    private long secondDetailOf(RowKeys keys) {
        return this == CUSTOMER ? keys.account() : 0;
    }

    private long thirdDetailOf(RowKeys keys) {
        return this == CUSTOMER ? keys.data() : 0;
    }

    /**
     * The rule that a later row with the same key breaks; null where nothing is wrong, which for a customer means that the row
     * adds an account.
     */
    @Nullable
    DuplicateRule judge(Said first, Said later) {
        return switch (this) {
            case CUSTOMER -> customer(first, later);
            case UMA -> later.detail() == first.detail() ? null : DuplicateRule.DUPLICATE_UMA;
            case ACCOUNT -> later.detail() == first.detail() ? null : DuplicateRule.SAME_ACCOUNT;
        };
    }

    private static @Nullable DuplicateRule customer(Said first, Said later) {
        if (later.detail() != 0 && later.detail() != first.detail()) {
            return DuplicateRule.ADDITIONAL_UMA;
        }
        if (later.second() == 0 || later.second() == first.second()) {
            return DuplicateRule.DUPLICATE_ID;
        }
        if (later.third() != first.third()) {
            return DuplicateRule.CUSTOMER_DIFFERS;
        }
        return (later.second() & 1) == 1 ? DuplicateRule.ADDITIONAL_ACCOUNT : null;
    }

    /** What a row says with its key. */
    record Said(long detail, long second, long third) {}

    Said saidBy(RowKeys keys) {
        return new Said(detailOf(keys), secondDetailOf(keys), thirdDetailOf(keys));
    }
}
