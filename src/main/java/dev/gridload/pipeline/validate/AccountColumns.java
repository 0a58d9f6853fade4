package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns belong to which account type. */
final class AccountColumns {

    private final Map<GuidesType, Set<Column>> ofType = new EnumMap<>(GuidesType.class);

    AccountColumns() {
        for (GuidesType type : GuidesType.values()) {
            Set<Column> columns = EnumSet.of(Column.ACCOUNT_TYPE, Column.PLATFORM_ACCOUNT_ID);
            for (AccountColumn own : type.columns()) {
                Column column = Column.named(own.name());
                if (column != null) {
                    columns.add(column);
                }
            }
            ofType.put(type, columns);
        }
    }

    /** @param type null for a row without an account */
    boolean has(@Nullable GuidesType type, Column column) {
        Set<Column> columns = type == null ? null : ofType.get(type);
        return columns != null && columns.contains(column);
    }
}
