package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import org.jspecify.annotations.Nullable;

/** Which columns belong to which account type: a map for where a map is asked a dozen times a row. */
@SuppressWarnings("EnumOrdinal") // never stored
final class AccountColumns {

    private final boolean[][] ofType = new boolean[GuidesType.values().length][Column.values().length];

    AccountColumns() {
        for (GuidesType type : GuidesType.values()) {
            boolean[] columns = ofType[type.ordinal()];
            columns[Column.ACCOUNT_TYPE.ordinal()] = true;
            columns[Column.PLATFORM_ACCOUNT_ID.ordinal()] = true;
            for (AccountColumn own : type.columns()) {
                Column column = Column.named(own.name());
                if (column != null) {
                    columns[column.ordinal()] = true;
                }
            }
        }
    }

    /** @param type null for a row without an account */
    boolean has(@Nullable GuidesType type, Column column) {
        return type != null && ofType[type.ordinal()][column.ordinal()];
    }
}
