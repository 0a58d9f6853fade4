package dev.gridload.account;

/**
 * One thing that can be wrong with a value. Implemented by enums, one per topic, so that a rule is a constant which a check
 * returns without allocating.
 */
public interface Rule {

    /** Stable and upper case, for example {@code ABA_CHECKSUM}. Operators filter on it: never renamed. */
    String code();

    RuleClass ruleClass();

    /** What was expected, as one sentence without a final stop that names no value. */
    String message();

    /** What to do next, as one sentence without a final stop. */
    String hint();

    /** Where the rule comes from: the standard and its section, or Grid's document. */
    String source();
}
