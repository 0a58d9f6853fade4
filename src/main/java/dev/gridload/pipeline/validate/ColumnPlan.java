package dev.gridload.pipeline.validate;

import dev.gridload.customer.Column;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a job file says about columns.
 *
 * @param renames source header, exactly as in the file, to the column that it means
 * @param constants the value of columns that the file does not have
 * @param values for a column, the word in the file to the word that Grid wants
 */
public record ColumnPlan(
        Map<String, Column> renames, Map<Column, String> constants, Map<Column, Map<String, String>> values) {

    /** Headers alone decide. */
    public static final ColumnPlan NONE = new ColumnPlan(Map.of(), Map.of(), Map.of());

    /** The same without columns that only the published API has. */
    ColumnPlan ofGuides() {
        Map<Column, String> kept = new EnumMap<>(Column.class);
        constants.forEach((column, value) -> {
            if (!column.isOfPublishedOnly()) {
                kept.put(column, value);
            }
        });
        return new ColumnPlan(renames, kept, values);
    }

    public ColumnPlan {
        renames = Map.copyOf(renames);
        constants = Map.copyOf(constants);
        values = Map.copyOf(values);
    }
}
