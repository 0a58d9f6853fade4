package dev.gridload.pipeline.validate;

import dev.gridload.customer.Column;
import dev.gridload.customer.Header;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which field of a row is which column of Grid. Immutable. */
public final class Mapping {

    private final Map<Column, Integer> positions;
    private final ColumnPlan plan;
    private final List<Problem> problems;
    private final Set<Column> columns;
    private final Column[] inOrder;

    private Mapping(HeaderReading reading, ColumnPlan plan) {
        positions = Collections.unmodifiableMap(new EnumMap<>(reading.positions()));
        problems = List.copyOf(reading.problems());
        this.plan = plan;
        Set<Column> named = EnumSet.noneOf(Column.class);
        named.addAll(positions.keySet());
        named.addAll(plan.constants().keySet());
        columns = Collections.unmodifiableSet(named);
        inOrder = named.toArray(new Column[0]);
    }

    /** The mapping that the names of the header make by themselves. */
    public static Mapping of(Header header) {
        return of(header, ColumnPlan.NONE);
    }

    public static Mapping of(Header header, ColumnPlan plan) {
        return of(header, plan, false);
    }

    /**
     * The mapping that the header makes with what the job says of it.
     *
     * @param published whether the columns are those of Grid's published API, and not of its guides
     */
    public static Mapping of(Header header, ColumnPlan plan, boolean published) {
        ColumnPlan known = published ? plan : plan.ofGuides();
        return new Mapping(HeaderReading.of(header, known, published), known);
    }

    /** What is wrong with the header: problems of row 0 and line 1. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same as weighed by {@code rules}: a file may be refused for a column that is not known. */
    public List<Problem> problems(RuleSet rules) {
        List<Problem> weighed = new ArrayList<>();
        for (Problem problem : problems) {
            Severity severity = rules.severity(MappingRule.valueOf(problem.code()));
            if (severity != null) {
                weighed.add(new Problem(
                        problem.row(),
                        problem.line(),
                        problem.customerId(),
                        problem.column(),
                        severity,
                        problem.code(),
                        problem.message(),
                        problem.hint(),
                        problem.value()));
            }
        }
        return weighed;
    }

    /** Whether rows can be read at all: false if a problem is an error. */
    public boolean usable() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** The columns that rows have a value for, by the file or by a constant. */
    public Set<Column> columns() {
        return columns;
    }

    /** The same without an iterator for each row; not to be changed. */
    Column[] inOrder() {
        return inOrder;
    }

    /** Where a column stands in the file; behind all others where it has none. */
    int position(Column column) {
        Integer position = positions.get(column);
        return position == null ? Integer.MAX_VALUE : position;
    }

    /** How many columns the file has up to the last one that is read. */
    int width() {
        return positions.values().stream().mapToInt(place -> place + 1).max().orElse(0);
    }

    /** The value of rows that have none of their own; null where there is none. */
    @Nullable
    String constant(Column column) {
        return plan.constants().get(column);
    }

    /** Whether words of the source mean others. */
    boolean translates() {
        return !plan.values().isEmpty();
    }

    /** The value of a column as it stands in the row, or its constant; null where there is neither. */
    @Nullable
    String value(SourceRow row, Column column) {
        Integer position = positions.get(column);
        String found = position == null || position >= row.values().size()
                ? null
                : row.values().get(position);
        if (found == null || CharacterRepairs.isBlank(found)) {
            return plan.constants().get(column);
        }
        Map<String, String> words = plan.values().get(column);
        return words == null ? found : words.getOrDefault(CharacterRepairs.trimmed(found), found);
    }
}
