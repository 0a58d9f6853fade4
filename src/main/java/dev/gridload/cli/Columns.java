package dev.gridload.cli;

import dev.gridload.customer.Column;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of Grid's columns, as job files may use them. */
final class Columns {

    private Columns() {}

    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Column column : Column.values()) {
            names.add(column.header());
        }
        return names;
    }
}
