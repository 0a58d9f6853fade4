package dev.gridload.pipeline.validate;

import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import org.jspecify.annotations.Nullable;

/** A value for each column, or none: a map for where a map is asked a hundred times a row. */
@SuppressWarnings("EnumOrdinal") // never stored
final class ColumnValues {

    private final @Nullable Cell[] values = new Cell[Column.values().length];

    void set(Column column, @Nullable Cell value) {
        values[column.ordinal()] = value;
    }

    @Nullable
    Cell get(Column column) {
        return values[column.ordinal()];
    }
}
