package dev.gridload.customer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row says besides its customer and its account: columns that Grid's JSON knows and its bulk CSV does not, and who the
 * account belongs to where that is somebody else.
 */
public final class Details {

    /** A row that says nothing besides. */
    public static final Details NONE = new Details(Map.of());

    private static final Column[] DETAILS =
            Arrays.stream(Column.values()).filter(Column::isDetail).toArray(Column[]::new);

    private final Map<Column, String> values;

    private Details(Map<Column, String> values) {
        this.values = values;
    }

    /** Those of a row's values that are details. */
    public static Details of(Map<Column, String> row) {
        Map<Column, String> kept = null;
        for (Column column : DETAILS) {
            String value = row.get(column);
            if (value != null) {
                kept = kept == null ? new EnumMap<>(Column.class) : kept;
                kept.put(column, value);
            }
        }
        return kept == null ? NONE : new Details(kept);
    }

    /** Null where the column is empty or no detail. */
    public @Nullable String value(Column column) {
        return values.get(column);
    }

    /** Whether the account belongs to somebody whom columns of their own describe. */
    public boolean namesBeneficiary() {
        return values.keySet().stream().anyMatch(Column::isOfBeneficiary);
    }
}
