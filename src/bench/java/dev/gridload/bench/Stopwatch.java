package dev.gridload.bench;

import java.util.Locale;

/** Tells the benchmark, over standard output, how long a part of this process took. */
final class Stopwatch {

    static final String MARK = "measured ";

    private final long started = System.nanoTime();

    void stop(String part) {
        System.out.printf(Locale.ROOT, "%s%s %.6f%n", MARK, part, (System.nanoTime() - started) / 1e9);
    }
}
