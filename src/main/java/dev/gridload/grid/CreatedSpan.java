package dev.gridload.grid;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, by Grid's clock, in which customers were created. Both ends belong to it, as Grid's own filters have it.
 *
 * @param from a whole second
 * @param to a whole second; null for no end
 */
public record CreatedSpan(Instant from, @Nullable Instant to) {

    /** Without an end. */
    public static CreatedSpan since(Instant moment) {
        return new CreatedSpan(moment.truncatedTo(ChronoUnit.SECONDS), null);
    }

    /** The seconds of two moments and what lies between them. */
    public static CreatedSpan between(Instant from, Instant to) {
        return new CreatedSpan(from.truncatedTo(ChronoUnit.SECONDS), to.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * The same in pieces that leave nothing out between them, about as many moments in each.
     *
     * @param moments when something was begun that created customers
     * @param pieces at most so many
     */
    public List<CreatedSpan> cutBy(List<Instant> moments, int pieces) {
        List<Instant> sorted = moments.stream()
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))
                .sorted()
                .toList();
        List<CreatedSpan> cut = new ArrayList<>();
        Instant begin = from;
        for (int piece = 1; piece < pieces; piece++) {
            Instant end = sorted.get(piece * sorted.size() / pieces);
            if (end.isAfter(begin) && (to == null || end.isBefore(to))) {
                cut.add(new CreatedSpan(begin, end));
                begin = end;
            }
        }
        cut.add(new CreatedSpan(begin, to));
        return List.copyOf(cut);
    }
}
