package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.customer.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much each rule weighs: by its class, unless its code is named. Immutable. */
public final class RuleSet {

    private final Severity checksums;
    private final Severity repairs;
    private final Map<String, Optional<Severity>> byCode;

    private RuleSet(Severity checksums, Severity repairs, Map<String, Optional<Severity>> byCode) {
        this.checksums = checksums;
        this.repairs = repairs;
        this.byCode = Map.copyOf(byCode);
    }

    /** Check digits that do not fit are errors. */
    public static RuleSet production() {
        return new RuleSet(Severity.ERROR, Severity.WARNING, Map.of());
    }

    /** Check digits that do not fit are warnings: Grid's sandbox chooses its scenario by the last digits of an identifier. */
    public static RuleSet sandbox() {
        return new RuleSet(Severity.WARNING, Severity.WARNING, Map.of());
    }

    /** The same, but a value that had to be mended is an error: for sources that must be right by themselves. */
    public RuleSet strict() {
        return new RuleSet(checksums, Severity.ERROR, byCode);
    }

    /**
     * The same with another severity for one rule.
     *
     * @param severity null to switch the rule off
     * @throws IllegalArgumentException if no rule has this code, or it is one that nobody can weigh otherwise
     */
    public RuleSet with(String code, @Nullable Severity severity) {
        if (Rules.all().stream().noneMatch(rule -> rule.code().equals(code))) {
            throw new IllegalArgumentException("No rule has the code " + code);
        }
        if (!Rules.adjustable().contains(code)) {
            throw new IllegalArgumentException("The rule " + code + " always is an error");
        }
        Map<String, Optional<Severity>> changed = new HashMap<>(byCode);
        changed.put(code, Optional.ofNullable(severity));
        return new RuleSet(checksums, repairs, changed);
    }

    /** Null where the rule is switched off. */
    public @Nullable Severity severity(Rule rule) {
        Optional<Severity> named = byCode.get(rule.code());
        if (named != null) {
            return named.orElse(null);
        }
        return switch (rule.ruleClass()) {
            case HARD, SYNTAX -> Severity.ERROR;
            case CHECKSUM -> checksums;
            case PLAUSIBILITY -> Severity.WARNING;
            case REPAIR -> repairs;
        };
    }
}
