package dev.gridload.run;

import dev.gridload.customer.Column;
import dev.gridload.customer.Header;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.validate.ColumnPlan;
import dev.gridload.pipeline.validate.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each field of an input means, by its header and by what the job says about it. */
public final class Mappings {

    private Mappings() {}

    public static Mapping of(Header header, JobDefinition job) {
        JobDefinition.Mapping words = job.mapping();
        Map<String, Column> renames = new LinkedHashMap<>();
        words.renames().forEach((from, to) -> renames.put(from, column(to)));
        Map<Column, String> constants = new LinkedHashMap<>();
        words.constants().forEach((column, value) -> constants.put(column(column), value));
        Map<Column, Map<String, String>> values = new LinkedHashMap<>();
        words.values().forEach((column, map) -> values.put(column(column), map));
        return Mapping.of(header, new ColumnPlan(renames, constants, values), Routes.published(job));
    }

    private static Column column(String name) {
        Column column = Column.named(name);
        if (column == null) {
            throw new IllegalStateException("the job file was accepted with the unknown column " + name);
        }
        return column;
    }
}
