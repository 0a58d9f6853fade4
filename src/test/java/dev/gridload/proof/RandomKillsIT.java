package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports under random faults of Grid, whose processes and databases are killed at random moments, also while they recover.
 * {@code -Dseeds=200} tries so many, {@code -Dseed=17} that one alone.
 */
class RandomKillsIT {

    private static final int SEEDS = Integer.getInteger("seeds", 20);
    private static final int LANES = 3;

    @TempDir
    private Path folder;

    private final Map<RandomRun.Blow, Integer> blows = Collections.synchronizedMap(new EnumMap<>(RandomRun.Blow.class));
    private final List<String> broken = Collections.synchronizedList(new ArrayList<>());
    private long survived;
    private long rows;

    @Test
    @DisabledIfSystemProperty(named = "proof.only", matches = ".+")
    void losesNothingAndCreatesNobodyTwice() throws InterruptedException {
        Long only = Long.getLong("seed");
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        for (long seed = only == null ? 1 : only; seed <= (only == null ? SEEDS : only); seed++) {
            long number = seed;
            lanes.execute(() -> one(number));
        }
        lanes.shutdown();
        assertThat(lanes.awaitTermination(5, TimeUnit.HOURS)).isTrue();
        table();
        assertThat(broken).isEmpty();
    }

    private void one(long seed) {
        RandomRun run = new RandomRun(seed, folder.resolve("seed-" + seed));
        List<String> found = new ArrayList<>();
        try {
            run.run();
            found.addAll(run.broken());
        } catch (Exception | AssertionError e) {
            found.add(e.toString());
        }
        run.struck().forEach(blow -> blows.merge(blow, 1, Integer::sum));
        found.forEach(sentence -> broken.add("seed " + seed + " (replay: ./mvnw -Pcrash verify -Dseed=" + seed
                + ") after " + run.struck() + ": " + sentence));
        count(found.isEmpty(), run.rows());
    }

    private synchronized void count(boolean good, long checked) {
        survived += good ? 1 : 0;
        rows += checked;
    }

    private void table() {
        System.out.println("proof: random faults");
        blows.forEach((blow, times) ->
                System.out.printf("proof:   %-20s %5d%n", blow.name().toLowerCase(java.util.Locale.ROOT), times));
        System.out.printf(
                "proof:   imports that survived %d, rows checked %d, promises broken %d%n",
                survived, rows, broken.size());
    }
}
