package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The faults of one sort in the order of the script; each counts the occasions it concerns. For one thread at a time. */
final class FaultScript<K extends FaultKind> {

    private static final class Counted<K extends FaultKind> {
        private final Fault<K> fault;
        private final Map<Integer, Long> occasions = new HashMap<>();

        Counted(Fault<K> fault) {
            this.fault = fault;
        }
    }

    private final K[] kinds;
    private final boolean eachJobByItself;
    private final List<Counted<K>> faults = new ArrayList<>();

    FaultScript(K[] kinds, boolean eachJobByItself) {
        this.kinds = kinds;
        this.eachJobByItself = eachJobByItself;
    }

    /** False where the fault is of another sort. */
    boolean add(ObjectNode json) {
        Fault<K> fault = Fault.of(json, kinds);
        if (fault != null) {
            faults.add(new Counted<>(fault));
        }
        return fault != null;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    boolean needsId() {
        return faults.stream().anyMatch(entry -> entry.fault.aim().needsId());
    }

    /** Those that strike, in the order of the script. */
    List<Fault<K>> striking(Aim.Occasion occasion) {
        List<Fault<K>> struck = new ArrayList<>();
        for (Counted<K> entry : faults) {
            if (entry.fault.aim().concerns(occasion)) {
                long number = entry.occasions.merge(eachJobByItself ? occasion.job() : 0, 1L, Long::sum);
                if (entry.fault.aim().strikes(number)) {
                    struck.add(entry.fault);
                }
            }
        }
        return struck;
    }
}
