package dev.gridload.ledger;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lines of the ledger in their order, each once, of which only a page is held. For one thread at a time. */
public final class Pages<T> {

    private final int size;
    private final Function<@Nullable T, List<T>> after;
    private final Queue<T> page = new ArrayDeque<>();
    private @Nullable T last;
    private boolean ended;

    /**
     * The lines that a reader gives.
     *
     * @param size lines of a whole page; a shorter one is the last
     * @param after the page behind a line; null asks for the first one
     */
    public Pages(int size, Function<@Nullable T, List<T>> after) {
        this.size = size;
        this.after = after;
    }

    /** The next line; null behind the last one. */
    public @Nullable T next() {
        if (page.isEmpty() && !ended) {
            List<T> found = after.apply(last);
            ended = found.size() < size;
            page.addAll(found);
        }
        T next = page.poll();
        last = next == null ? last : next;
        return next;
    }
}
