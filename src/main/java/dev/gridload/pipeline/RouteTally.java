package dev.gridload.pipeline;

import dev.gridload.grid.RouteChoice.Reason;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** Counts the rows of a file by the reason for their route; a row may still be set aside later. A few bits a row. */
final class RouteTally {

    private final Map<Reason, BitSet> rows = new EnumMap<>(Reason.class);

    void add(long row, Reason reason) {
        rows.computeIfAbsent(reason, none -> new BitSet()).set(Math.toIntExact(row));
    }

    void setAside(long row) {
        rows.values().forEach(ofOne -> ofOne.clear(Math.toIntExact(row)));
    }

    /** Reasons with rows. */
    Map<Reason, Long> counts() {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        rows.forEach((reason, ofOne) -> {
            if (!ofOne.isEmpty()) {
                counts.put(reason, (long) ofOne.cardinality());
            }
        });
        return counts;
    }
}
