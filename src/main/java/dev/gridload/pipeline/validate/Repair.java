package dev.gridload.pipeline.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One value on its way from what was found to what is checked, and what was done to it. */
final class Repair {

    private final String found;
    private final List<RepairRule> made = new ArrayList<>();
    private String value;

    Repair(String found) {
        this.found = found;
        value = found;
    }

    /** Takes {@code better} for the value, and notes the rule if that is a change. */
    void by(RepairRule rule, String better) {
        if (!better.equals(value)) {
            value = better;
            if (!made.contains(rule)) {
                made.add(rule);
            }
        }
    }

    String found() {
        return found;
    }

    String value() {
        return value;
    }

    List<RepairRule> made() {
        return Collections.unmodifiableList(made);
    }
}
