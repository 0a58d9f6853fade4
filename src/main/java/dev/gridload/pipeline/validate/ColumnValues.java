package dev.gridload.pipeline.validate;

import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import org.jspecify.annotations.Nullable;

/** A value for each column, or none: a map for where a map is asked a hundred times a row. */
@SuppressWarnings("EnumOrdinal") // never stored
final class ColumnValues {

    private final @Nullable Cell[] values = new Cell[Column.values().length];
    private final @Nullable Cell[] presumed = new Cell[values.length];

    /** From the next {@link #clear} on this is the value where none is set. */
    void presume(Column column, Cell value) {
        presumed[column.ordinal()] = value;
    }

    void clear() {
        System.arraycopy(presumed, 0, values, 0, values.length);
    }

    void set(Column column, Cell value) {
        values[column.ordinal()] = value;
    }

    /** Whether the column has the value that was presumed for it. */
    boolean isPresumed(Column column) {
        return values[column.ordinal()] == presumed[column.ordinal()];
    }

    @Nullable
    Cell get(Column column) {
        return values[column.ordinal()];
    }
}
