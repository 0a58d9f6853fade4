package dev.gridload.run;

import dev.gridload.customer.Severity;
import dev.gridload.job.JobDefinition;
import dev.gridload.pipeline.validate.MappingRule;
import dev.gridload.pipeline.validate.RuleSet;
import java.util.Map;

/** The rule set that a job asks for. */
public final class RuleSets {

    private RuleSets() {}

    /** The rules of a job; that a column is not sent is none where it is. */
    public static RuleSet of(JobDefinition job) {
        RuleSet rules = of(job.rules());
        return job.sending().route() == JobDefinition.Route.BULK
                ? rules
                : rules.with(MappingRule.COLUMN_NOT_SENT.code(), null);
    }

    private static RuleSet of(JobDefinition.Rules rules) {
        RuleSet set = switch (rules.set()) {
            case PRODUCTION -> RuleSet.production();
            case SANDBOX -> RuleSet.sandbox();
        };
        if (rules.strict()) {
            set = set.strict();
        }
        for (Map.Entry<String, JobDefinition.Weight> override :
                rules.overrides().entrySet()) {
            set = switch (override.getValue()) {
                case ERROR -> set.with(override.getKey(), Severity.ERROR);
                case WARNING -> set.with(override.getKey(), Severity.WARNING);
                case OFF -> set.with(override.getKey(), null);
            };
        }
        return set;
    }
}
