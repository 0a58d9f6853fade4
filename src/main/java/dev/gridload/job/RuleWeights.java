package dev.gridload.job;

import dev.gridload.job.JobDefinition.Weight;
import java.util.Set;

/** Rules that weigh otherwise in one job, by their codes. */
final class RuleWeights {

    static final Expected<Weight> WEIGHT = Expected.oneOf(Weight.class);

    private RuleWeights() {}

    /** @throws IllegalSetting with the code that was probably meant */
    static void requireKnown(String key, String code, Set<String> known) {
        if (!known.contains(code)) {
            throw new IllegalSetting(
                    key,
                    Expected.quoted(code) + " is not the code of a rule that can be weighed otherwise",
                    Spelling.suggest(code, known, "gridload rules lists the codes."));
        }
    }
}
