package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small import in a real process is killed before and after every commit that changes the ledger and every call to Grid, and
 * the same command is given again: it must end as if nothing had happened. Of the commits that only Spring Batch makes, to keep
 * books that no row depends on, a usual build tries every eighth; {@code -Pcrash} tries all.
 */
@DisabledIfSystemProperty(named = "seed", matches = ".+")
class CrashEverywhereIT {

    /** Two parts of five rows, a row that is wrong, one that repeats another, two that Grid refuses. */
    static final String INPUT = """
            platformCustomerId,customerType,fullName,birthDate,addressLine1,city,state,postalCode,country
            ann-1,INDIVIDUAL,Ann Quill,1990-01-31,1 Main St,Austin,TX,78701,US
            bob-2,INDIVIDUAL,Bob Quill,1990-01-31,"2 Main St
            second floor",Austin,TX,78701,US
            cid-3,NOBODY,Cid Quill,1990-01-31,3 Main St,Austin,TX,78701,US
            dee-4-gridfail,INDIVIDUAL,Dee Quill,1990-01-31,4 Main St,Austin,TX,78701,US
            eve-5,INDIVIDUAL,Eve Quill,1990-01-31,"5 ""Main"" St, Apt 2",Austin,TX,78701,US
            fay-6,INDIVIDUAL,Fay Quill,1990-01-31,6 Main St,Austin,TX,78701,US
            ann-1,INDIVIDUAL,Ann Quill,1990-01-31,1 Main St,Austin,TX,78701,US
            hal-8,INDIVIDUAL,Hal Quill,1990-01-31,8 Main St,Austin,TX,78701,US
            ida-9-gridfail,INDIVIDUAL,Ida Quill,1990-01-31,9 Main St,Austin,TX,78701,US
            joe-10,INDIVIDUAL,Joe Quill,1990-01-31,10 Main St,Austin,TX,78701,US
            kim-11,INDIVIDUAL,Kim Quill,1990-01-31,11 Main St,Austin,TX,78701,US
            lou-12,INDIVIDUAL,Lou Quill,1990-01-31,12 Main St,Austin,TX,78701,US
            """;

    private static final int ALL = Integer.MAX_VALUE;
    /** How many commits make the schema, and one more. */
    private static final int SCHEMA = 12;

    private static final int STRIDE = Integer.getInteger("proof.stride", 1);
    private static final int BATCH_STRIDE = Integer.getInteger("proof.stride.batch", 8);

    private static final Map<Long, String> UNDISTURBED = undisturbed();

    @TempDir
    private Path folder;

    @Test
    void survivesAHaltBeforeEveryCommit() throws Exception {
        sweep(new Sweep("before-commit", STRIDE, ALL), at -> commit("before", at, ProofDatabase.migrated()));
    }

    @Test
    void survivesAHaltAfterEveryCommit() throws Exception {
        sweep(new Sweep("after-commit", STRIDE, ALL), at -> commit("after", at, ProofDatabase.migrated()));
    }

    @Test
    void survivesAHaltWhileTheSchemaIsMade() throws Exception {
        sweep(
                new Sweep("empty-database", STRIDE, SCHEMA),
                at -> commit(at % 2 == 0 ? "before" : "after", at, ProofDatabase.empty()));
    }

    @Test
    void survivesAHaltAtCommitsOfSpringBatch() throws Exception {
        sweep(
                new Sweep("batch-commit", BATCH_STRIDE, ALL),
                at -> halted(CrashMain.HALT_BATCH, at % 2 == 0 ? "before" : "after", at, ProofDatabase.migrated()));
    }

    @Test
    void survivesAKillBeforeEveryCall() throws Exception {
        sweep(new Sweep("before-call", STRIDE, ALL), at -> call(at, true));
    }

    @Test
    void survivesAKillAfterEveryCall() throws Exception {
        sweep(new Sweep("after-call", STRIDE, ALL), at -> call(at, false));
    }

    private static void sweep(Sweep sweep, Sweep.Case one) throws InterruptedException {
        sweep.run(one);
        assertThat(sweep.broken()).isEmpty();
        assertThat(sweep.killed()).as("processes killed").isPositive();
    }

    private Sweep.Outcome commit(String side, int at, ProofDatabase database) throws Exception {
        return halted(CrashMain.HALT, side, at, database);
    }

    /** @param property names the kind of commits that are counted */
    private Sweep.Outcome halted(String property, String side, int at, ProofDatabase database) throws Exception {
        try (Scene scene = scene(property + "-" + side + "-" + at)) {
            scene.database(database, CountingDriver.PREFIX);
            Child child = scene.runs(CrashMain.class, "-D" + property + "=" + side + ":" + at);
            return finish(scene, child, child.ends());
        }
    }

    private Sweep.Outcome call(int at, boolean before) throws Exception {
        try (Scene scene = scene("call-" + before + at);
                Gateway gateway = new Gateway(scene.grid.baseUrl())) {
            scene.gridAt(gateway.url());
            scene.database(ProofDatabase.migrated(), "jdbc:");
            gateway.killNextOf(at, before);
            Child child = scene.runs();
            gateway.kills(child);
            return finish(scene, child, child.ends());
        }
    }

    private Scene scene(String name) throws IOException {
        return new Scene(
                folder.resolve(name),
                INPUT,
                SandboxSettings.defaults().withJobTime(Duration.ofMillis(50)),
                "--part-rows",
                "5",
                "--settle",
                "1s");
    }

    private static Sweep.Outcome finish(Scene scene, Child child, int exit) throws Exception {
        boolean killed = exit == Failpoint.EXIT;
        List<String> broken = new ArrayList<>();
        int end = exit;
        if (killed) {
            LedgerFacts left = scene.facts();
            if (left == null && child.said().contains("Import 1: ")) {
                broken.add("I13: it said that it has the import, and the ledger does not");
            }
            CommandRun again = scene.again();
            end = again.exitCode();
            if (end != 4) {
                return new Sweep.Outcome(true, List.of("it ended with exit code " + end + " and said " + again.err()));
            }
            if (left != null) {
                broken.addAll(Checker.movedBack(left, after(scene)));
            }
        }
        broken.addAll(scene.broken(end));
        broken.addAll(Checker.endedOtherwise(UNDISTURBED, after(scene)));
        if (!broken.isEmpty()) {
            broken.add("it said: " + child.said());
        }
        return new Sweep.Outcome(killed, broken);
    }

    private static LedgerFacts after(Scene scene) throws SQLException {
        LedgerFacts facts = scene.facts();
        return facts != null ? facts : LedgerFacts.NONE;
    }

    private static Map<Long, String> undisturbed() {
        Map<Long, String> ends = new TreeMap<>();
        for (long row = 1; row <= 12; row++) {
            ends.put(row, "CREATED");
        }
        ends.put(3L, "REJECTED");
        ends.put(4L, "FAILED");
        ends.put(7L, "DUPLICATE");
        ends.put(9L, "FAILED");
        return ends;
    }
}
