package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.RuleClass;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.customer.Column;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import dev.gridload.customer.SourceRow;
import dev.gridload.customer.TextRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one row. */
final class RowProblems {

    private static final int LONGEST_ID = 1000;

    private final SourceRow row;
    private final Cells cells;
    private final RuleSet rules;
    private final List<Finding> findings = new ArrayList<>();

    /** One broken rule; the column is null where no column of Grid is to blame. */
    private record Finding(
            @Nullable Column column,
            Rule rule,
            Severity severity,
            @Nullable String detail) {}

    RowProblems(SourceRow row, Cells cells, RuleSet rules) {
        this.row = row;
        this.cells = cells;
        this.rules = rules;
    }

    /** Takes note of a broken rule unless the rule set has switched it off. */
    void add(@Nullable Column column, Rule rule) {
        Severity severity = rules.severity(rule);
        if (severity != null) {
            findings.add(new Finding(column, rule, severity, null));
        }
    }

    /** The same with what was found, in words that do not give the value away. */
    void add(Column column, Rule rule, String detail) {
        Severity severity = rules.severity(rule);
        if (severity != null) {
            findings.add(new Finding(column, rule, severity, detail));
        }
    }

    /** Takes note of a broken rule without which the row cannot be understood, whatever the rule set says. */
    void addInAnyCase(Column column, Rule rule) {
        findings.add(new Finding(column, rule, Severity.ERROR, null));
    }

    /** Takes note of a mended value. */
    void add(Column column, Repair repair) {
        repair.made().forEach(rule -> add(column, rule));
    }

    boolean hasError() {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** In the order of the file's columns. */
    List<Problem> list(Mapping mapping) {
        if (findings.size() < 2) {
            return findings.isEmpty() ? List.of() : List.of(problem(findings.get(0)));
        }
        Comparator<Column> inFile =
                Comparator.<Column>comparingInt(mapping::position).thenComparing(Comparator.naturalOrder());
        Comparator<Finding> byColumn = Comparator.comparing(Finding::column, Comparator.nullsLast(inFile));
        List<Finding> said = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            if (isWorthSaying(finding)) {
                said.add(finding);
            }
        }
        said.sort(byColumn.thenComparing(Finding::severity));
        List<Problem> problems = new ArrayList<>(said.size());
        for (Finding finding : said) {
            problems.add(problem(finding));
        }
        return List.copyOf(problems);
    }

    @Nullable
    String customerId() {
        String id = cells.value(Column.PLATFORM_CUSTOMER_ID);
        return id == null ? null : Masked.shown(id, LONGEST_ID);
    }

    /**
     * A value with a control character breaks other rules only because of it, and what is missing is missing once. What is said
     * weighs at least as much as what is left out.
     */
    private boolean isWorthSaying(Finding finding) {
        if (finding.rule() == TextRule.CONTROL_CHARACTER || finding.rule().ruleClass() == RuleClass.REPAIR) {
            return true;
        }
        for (Finding other : findings) {
            boolean weighs =
                    other.column() == finding.column() && other.severity().compareTo(finding.severity()) <= 0;
            boolean says = other.rule() == TextRule.CONTROL_CHARACTER
                    || (finding.rule() == RequiredFieldRule.PROVIDER_FIELD_REQUIRED
                            && other.rule() instanceof PresenceRule);
            if (weighs && says) {
                return false;
            }
        }
        return true;
    }

    private Problem problem(Finding finding) {
        Column column = finding.column();
        Rule rule = finding.rule();
        Explanation explanation = Explanation.of(rule, column, cells);
        return new Problem(
                row.row(),
                row.line(),
                customerId(),
                column == null ? null : column.header(),
                finding.severity(),
                rule.code(),
                finding.detail() == null ? explanation.message() : rule.message() + "; " + finding.detail(),
                explanation.hint(),
                column == null ? null : cells.masked(column, rule));
    }
}
