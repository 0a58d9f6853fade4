package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.account.AccountTypes;
import dev.gridload.account.Rule;
import dev.gridload.account.RuleClass;
import dev.gridload.customer.Column;
import dev.gridload.customer.SourceRow;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one row by column, after repairs. */
final class Cells {

    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final Set<Column> unusual = EnumSet.noneOf(Column.class);

    private final Repairs mending;
    /** Few rows have any. */
    private Map<Column, Repair> repairs = Map.of();

    private @Nullable AccountType type;

    private Cells(AccountTypes types) {
        mending = new Repairs(types);
    }

    static Cells of(SourceRow row, Mapping mapping, AccountTypes types) {
        Cells cells = new Cells(types);
        cells.read(Column.ACCOUNT_TYPE, row, mapping);
        String written = cells.value(Column.ACCOUNT_TYPE);
        cells.type = written == null ? null : types.named(written);
        cells.read(Column.PIX_KEY_TYPE, row, mapping);
        for (Column column : mapping.inOrder()) {
            if (column != Column.ACCOUNT_TYPE && column != Column.PIX_KEY_TYPE) {
                cells.read(column, row, mapping);
            }
        }
        return cells;
    }

    /** Null where the column is empty. */
    @Nullable
    String value(Column column) {
        return values.get(column);
    }

    /** Whether one of these columns has a value. */
    boolean haveAny(Collection<Column> columns) {
        for (Column column : columns) {
            if (values.get(column) != null) {
                return true;
            }
        }
        return false;
    }

    /** The value by the column's name in a header. */
    @Nullable
    String named(String header) {
        Column column = Column.named(header);
        return column == null ? null : values.get(column);
    }

    /** Null where the row has no account or the type is unknown. */
    @Nullable
    AccountType accountType() {
        return type;
    }

    Map<Column, String> values() {
        return values;
    }

    /** Those whose value was found to have more than printable ASCII in it, or spaces around it; others may be among them. */
    Set<Column> unusual() {
        return unusual;
    }

    /** What was mended. */
    Map<Column, Repair> repairs() {
        return Collections.unmodifiableMap(repairs);
    }

    /** How a problem shows the column: for a repair as it was and as it is; null where it is empty. */
    @Nullable
    String masked(Column column, Rule rule) {
        String value = values.get(column);
        String shown = value == null ? null : Masked.of(column, value);
        Repair repair = repairs.get(column);
        return repair == null || rule.ruleClass() != RuleClass.REPAIR
                ? shown
                : Masked.of(column, repair.found()) + " -> " + shown;
    }

    private void read(Column column, SourceRow row, Mapping mapping) {
        String found = mapping.value(row, column);
        if (found == null) {
            return;
        }
        Spelling spelling = Spelling.of(found);
        if (!spelling.isPlain()) {
            unusual.add(column);
        } else if (Repairs.leaves(column, spelling)) {
            values.put(column, found);
            return;
        }
        if (column.isOfAccount()
                && column != Column.ACCOUNT_TYPE
                && column != Column.PHONE_NUMBER
                && !isOf(type, column)) {
            values.put(column, found);
            return;
        }
        Repair repair = mending.of(column, found, type, values.get(Column.PIX_KEY_TYPE));
        if (!repair.value().isEmpty()) {
            values.put(column, repair.value());
            if (!repair.made().isEmpty()) {
                repairs = repairs.isEmpty() ? new EnumMap<>(Column.class) : repairs;
                repairs.put(column, repair);
            }
        }
    }

    /** Columns of other types stay as they are: nobody will read them. A telephone number is the customer's, then. */
    private static boolean isOf(@Nullable AccountType type, Column column) {
        return type != null && (column == Column.PLATFORM_ACCOUNT_ID || type.has(column.header()));
    }
}
