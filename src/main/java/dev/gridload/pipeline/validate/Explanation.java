package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.RuleClass;
import dev.gridload.customer.Column;
import dev.gridload.customer.PostalCodeRule;
import org.jspecify.annotations.Nullable;

/** What is said about a broken rule: what was expected, what was found, and what to do. */
record Explanation(String message, String hint) {

    private static final String SAMPLE = "This is a sample of Grid's documentation and not a real account: replace it";

    /** Looks behind the rule: a spreadsheet, a sample of the documents or a neighbouring column may be the cause. */
    static Explanation of(Rule rule, @Nullable Column column, Cells cells) {
        String value = column == null ? null : cells.value(column);
        if (column == null || value == null || rule.ruleClass() == RuleClass.REPAIR) {
            return plain(rule, column, value);
        }
        if (DocumentationSamples.contains(value)) {
            return new Explanation(plain(rule, column, value).message(), SAMPLE);
        }
        if (rule.ruleClass() == RuleClass.PLAUSIBILITY) {
            Explanation zeros = rule == PostalCodeRule.POSTAL_CODE_FORMAT
                    ? LostZeros.ofPostalCode(rule, value, cells.value(Column.COUNTRY))
                    : null;
            return zeros == null ? plain(rule, column, value) : zeros;
        }
        Explanation damage = SpreadsheetDamage.explain(rule, column, value, cells);
        if (damage == null) {
            damage = SwappedColumns.explain(rule, column, value);
        }
        if (damage == null) {
            damage = SandboxSuffix.explain(rule, value);
        }
        return damage == null ? plain(rule, column, value) : damage;
    }

    private static Explanation plain(Rule rule, @Nullable Column column, @Nullable String value) {
        boolean formal = rule.ruleClass() == RuleClass.HARD || rule.ruleClass() == RuleClass.SYNTAX;
        String found = formal && column != null ? "; found " + Found.in(value) : "";
        return new Explanation(rule.message() + found, rule.hint());
    }
}
