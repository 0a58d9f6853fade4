package dev.gridload.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.function.LongSupplier;

/**
 * Has Java collect garbage that has become old, so that memory does not grow for as long as a run lasts. With the collector that
 * the launcher chooses, JDK 17 does so whenever that generation would have to grow; JDK 25 only at the heap's limit, which is a quarter
 * of the machine's memory unless somebody says less.
 */
final class OldGarbage {

    /** What the serial collector calls it; the others need no help. */
    private static final String OLD_GENERATION = "Tenured Gen";

    private static final long BEGIN_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 250;

    /** Bytes. */
    private static final long MUCH = 24L << 20;

    private final LongSupplier used;
    private final Runnable collect;
    private long kept;

    /**
     * @param used bytes in the old generation
     * @param collect collects all garbage
     */
    OldGarbage(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /** From now on, while this process lives. Short runs end before anything begins. */
    static void watch() {
        Thread watch = new Thread(OldGarbage::watchOldGeneration, "old-garbage");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watchOldGeneration() {
        try {
            Thread.sleep(BEGIN_MILLIS);
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                if (pool.getName().equals(OLD_GENERATION)) {
                    OldGarbage garbage = new OldGarbage(() -> pool.getUsage().getUsed(), System::gc);
                    while (true) {
                        garbage.look();
                        Thread.sleep(PAUSE_MILLIS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects where much has come since the last time, compared with what was kept then. */
    void look() {
        if (used.getAsLong() > kept + kept / 4 + MUCH) {
            collect.run();
            kept = used.getAsLong();
        }
    }
}
