package dev.gridload.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries one case after another, two at a time: the first moment, then every so many further, until a process ends without
 * having met its moment. {@code -Dproof.only=before-commit:17} tries that one alone.
 */
final class Sweep {

    private static final int LANES = 2;
    private static final int FIRST = 2;

    private final String moment;
    private final int stride;
    private final int last;
    private final AtomicInteger next;
    private final AtomicInteger killed = new AtomicInteger();
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    /**
     * @param moment what is swept, as a name
     * @param stride 1 for each moment, 8 for each eighth
     * @param last moment that is tried
     */
    Sweep(String moment, int stride, int last) {
        this.moment = moment;
        this.stride = stride;
        this.last = last;
        // Each sweep with gaps begins elsewhere, so that together they meet more of the moments; all have a first few.
        this.next = new AtomicInteger(1 + Math.floorMod(moment.hashCode(), Math.min(stride, FIRST)));
    }

    /** @param killed whether the process met its moment */
    record Outcome(boolean killed, List<String> broken) {}

    interface Case {
        /** @param at counted from 1 */
        Outcome run(int at) throws Exception;
    }

    void run(Case one) throws InterruptedException {
        String only = System.getProperty("proof.only", "");
        if (!only.isEmpty()) {
            if (only.startsWith(moment + ":")) {
                tryOne(Integer.parseInt(only.substring(moment.length() + 1)), one);
            } else {
                killed.incrementAndGet();
            }
            return;
        }
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        for (int lane = 0; lane < LANES; lane++) {
            lanes.execute(() -> {
                for (int at = next.getAndAdd(stride); at <= last && !over; at = next.getAndAdd(stride)) {
                    tryOne(at, one);
                }
            });
        }
        lanes.shutdown();
        if (!lanes.awaitTermination(1, TimeUnit.HOURS)) {
            throw new AssertionError(moment + " did not end");
        }
        System.out.printf(
                "proof: %-16s %4d processes killed and continued, %d broken%n", moment, killed(), broken.size());
    }

    private void tryOne(int at, Case one) {
        try {
            Outcome outcome = one.run(at);
            if (outcome.killed()) {
                killed.incrementAndGet();
            } else {
                over = true;
            }
            outcome.broken().forEach(sentence -> broken.add(at(at) + sentence));
        } catch (Exception | AssertionError e) {
            over = true;
            broken.add(at(at) + e);
        }
    }

    private String at(int at) {
        return moment + ":" + at + " (replay: ./mvnw -Pcrash verify -Dproof.only=" + moment + ":" + at + ") ";
    }

    int killed() {
        return killed.get();
    }

    List<String> broken() {
        return broken;
    }
}
