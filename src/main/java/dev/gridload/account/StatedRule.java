package dev.gridload.account;

/** A {@link Rule} that is a constant of an enumeration: its name is the code, and {@link #text()} says the rest. */
public interface StatedRule extends Rule {

    /** The name of the constant. */
    String name();

    RuleText text();

    @Override
    default String code() {
        return name();
    }

    @Override
    default RuleClass ruleClass() {
        return text().ruleClass();
    }

    @Override
    default String message() {
        return text().message();
    }

    @Override
    default String hint() {
        return text().hint();
    }

    @Override
    default String source() {
        return text().source();
    }
}
