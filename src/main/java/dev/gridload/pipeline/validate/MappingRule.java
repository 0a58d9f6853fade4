package dev.gridload.pipeline.validate;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What can be wrong with the header of a file. */
public enum MappingRule implements StatedRule {
    MISSING_COLUMN(
            RuleClass.HARD,
            "The header lacks a column that every file needs",
            "Add the column, or name it in the mapping of a job file",
            "Grid, configuring customers: CSV Format"),
    DUPLICATE_COLUMN(
            RuleClass.HARD,
            "Two columns of the header mean the same Grid column",
            "Remove or rename one of them",
            "Grid, configuring customers: CSV Format"),
    UNKNOWN_COLUMN(
            RuleClass.PLAUSIBILITY,
            "The header has a column that Grid does not know; its values are not sent",
            "Rename the column if its values matter",
            "Grid, configuring customers: CSV Format"),
    COLUMN_NOT_SENT(
            RuleClass.PLAUSIBILITY,
            "Grid's bulk upload has no such column; its values are checked, but not sent",
            "Add the values in Grid once the customers are created, if they matter",
            "Grid, configuring customers: CSV Format"),
    UNNAMED_COLUMN(
            RuleClass.PLAUSIBILITY,
            "The header has a column without a name; its values are not sent",
            "Name the column if its values matter, or remove it",
            "Grid, configuring customers: CSV Upload Best Practices");

    private final RuleText text;

    MappingRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
