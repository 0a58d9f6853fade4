package dev.gridload.proof;

import java.util.concurrent.atomic.AtomicInteger;

/** A moment among those that are counted, and what happens to the process then: as if it were killed. */
final class Failpoint {

    /** What a kill -9 gives too. */
    static final int EXIT = 137;

    static final Failpoint NEVER = new Failpoint(true, 0);

    private final AtomicInteger count = new AtomicInteger();
    private final boolean before;
    private final int at;

    private Failpoint(boolean before, int at) {
        this.before = before;
        this.at = at;
    }

    /** {@code before:7}, {@code after:7} or {@code never}. */
    static Failpoint parse(String text) {
        return text.equals("never")
                ? NEVER
                : new Failpoint(text.startsWith("before:"), Integer.parseInt(text.substring(text.indexOf(':') + 1)));
    }

    interface Work<T> {
        T run() throws Throwable;
    }

    /** Does what is counted, and halts before or after it where it is the one. */
    <T> T pass(Work<T> work) throws Throwable {
        boolean here = count.incrementAndGet() == at;
        if (here && before) {
            Runtime.getRuntime().halt(EXIT);
        }
        T result = work.run();
        if (here) {
            Runtime.getRuntime().halt(EXIT);
        }
        return result;
    }
}
