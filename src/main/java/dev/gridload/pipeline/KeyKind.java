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
    long detailOf(RowKeys keys) {
        return this == CUSTOMER ? keys.uma() : keys.id();
    }

    long secondDetailOf(RowKeys keys) {
        return this == CUSTOMER ? keys.account() : 0;
    }

    /** The rule that a later row with the same key breaks; null where nothing is wrong. */
    @Nullable
    DuplicateRule judge(long firstDetail, long firstSecondDetail, long detail, long secondDetail) {
        return switch (this) {
            case CUSTOMER ->
                detail != 0 && detail != firstDetail
                        ? DuplicateRule.ADDITIONAL_UMA
                        : secondDetail != 0 && secondDetail != firstSecondDetail
                                ? DuplicateRule.ADDITIONAL_ACCOUNT
                                : DuplicateRule.DUPLICATE_ID;
            case UMA -> detail == firstDetail ? null : DuplicateRule.DUPLICATE_UMA;
            case ACCOUNT -> detail == firstDetail ? null : DuplicateRule.SAME_ACCOUNT;
        };
    }
}
