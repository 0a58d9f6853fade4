package dev.gridload.pipeline.validate;

import dev.gridload.account.RuleClass;
import dev.gridload.customer.Column;
import dev.gridload.customer.Header;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a header once: where each column stands, and what is wrong. */
final class HeaderReading {

    /** Columns that hold an account's number or address. The others of accounts may mean something else, as a phone does. */
    static final Set<Column> OF_ACCOUNT_NUMBERS = EnumSet.of(
            Column.ROUTING_NUMBER,
            Column.ACCOUNT_NUMBER,
            Column.CLABE_NUMBER,
            Column.PIX_KEY,
            Column.IBAN,
            Column.VPA,
            Column.WALLET_ADDRESS,
            Column.INVOICE,
            Column.BOLT12,
            Column.LIGHTNING_ADDRESS);

    private static final int SHOWN = 40;

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final Map<Integer, String> unmapped = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private final boolean published;

    private HeaderReading(boolean published) {
        this.published = published;
    }

    /** @param published whether columns that only the published API has are known */
    static HeaderReading of(Header header, ColumnPlan plan, boolean published) {
        HeaderReading reading = new HeaderReading(published);
        for (int i = 0; i < header.names().size(); i++) {
            reading.read(header.names().get(i), i, plan);
        }
        reading.require(Column.PLATFORM_CUSTOMER_ID, plan);
        reading.require(Column.CUSTOMER_TYPE, plan);
        if (reading.positions.keySet().stream().anyMatch(OF_ACCOUNT_NUMBERS::contains)) {
            reading.require(Column.ACCOUNT_TYPE, plan);
        }
        reading.tellUnmapped();
        return reading;
    }

    Map<Column, Integer> positions() {
        return positions;
    }

    List<Problem> problems() {
        return problems;
    }

    private void read(String name, int position, ColumnPlan plan) {
        Column column = plan.renames().getOrDefault(name, Column.named(name));
        if (column != null && (published || !column.isOfPublishedOnly())) {
            if (positions.putIfAbsent(column, position) != null) {
                problems.add(problem(MappingRule.DUPLICATE_COLUMN, column, position));
            } else if (column.isOfJsonOnly()) {
                problems.add(problem(MappingRule.COLUMN_NOT_SENT, column, position));
            }
        } else if (!Column.ignored(name)) {
            unmapped.put(position, name);
        }
    }

    private void require(Column column, ColumnPlan plan) {
        if (!positions.containsKey(column) && !plan.constants().containsKey(column)) {
            problems.add(problem(MappingRule.MISSING_COLUMN, column, -1));
        }
    }

    /** Names are only said of a line that proved to be a header. */
    private void tellUnmapped() {
        boolean header = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        unmapped.forEach((position, name) -> {
            MappingRule rule = name.isBlank() ? MappingRule.UNNAMED_COLUMN : MappingRule.UNKNOWN_COLUMN;
            Problem problem = problem(rule, null, position);
            problems.add(header && !name.isBlank() ? naming(problem, name) : problem);
        });
    }

    private static Problem naming(Problem problem, String name) {
        String shown = name.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Problem(
                0,
                1,
                null,
                null,
                problem.severity(),
                problem.code(),
                problem.message() + ", \"" + shown + "\"",
                problem.hint(),
                null);
    }

    /** Says where a column stands and not what it is called: in a file without a header that would be somebody's name. */
    private static Problem problem(MappingRule rule, @Nullable Column column, int position) {
        String header = column == null ? null : column.header();
        String message = position < 0 ? rule.message() : rule.message() + "; found at column " + (position + 1);
        Severity severity = rule.ruleClass() == RuleClass.HARD ? Severity.ERROR : Severity.WARNING;
        return new Problem(0, 1, null, header, severity, rule.code(), message, rule.hint(), null);
    }
}
