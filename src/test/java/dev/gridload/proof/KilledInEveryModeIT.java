package dev.gridload.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.CommandRun;
import dev.gridload.sandbox.Journal.EffectKind;
import dev.gridload.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The other ways to import, killed at their calls and commits in a real process, and given the same command again: a customer is
 * changed, deleted and given an account as often as was asked for, and every row ends as it does undisturbed. A usual build tries
 * some of the moments, {@code -Pcrash} all.
 */
@DisabledIfSystemProperty(named = "seed", matches = ".+")
class KilledInEveryModeIT {

    /** Of the commits; of the calls, of which there are fewer, three times as many are tried. */
    private static final int STRIDE = Integer.getInteger("proof.stride.modes", 15);

    private static final Set<EffectKind> CHANGES = EnumSet.complementOf(EnumSet.of(EffectKind.ROW_REFUSED));

    @TempDir
    private Path folder;

    enum Mode {
        UPSERT(Play.upsert()),
        SKIP(Play.skip()),
        UNDO(Play.undo()),
        SEVERAL_ACCOUNTS(Play.severalAccounts()),
        PUBLISHED(Play.published());

        private final Play play;

        Mode(Play play) {
            this.play = play;
        }

        String moment(String kind) {
            return name().toLowerCase(java.util.Locale.ROOT) + "-" + kind;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAsIfNothingHadHappened(Mode mode) throws InterruptedException {
        Sweep calls = new Sweep(mode.moment("call"), Math.max(1, STRIDE / 3), Integer.MAX_VALUE);
        Sweep commits = new Sweep(mode.moment("commit"), STRIDE, Integer.MAX_VALUE);
        calls.run(at -> call(mode.play, at));
        commits.run(at -> commit(mode.play, at));

        assertThat(Stream.concat(calls.broken().stream(), commits.broken().stream()))
                .isEmpty();
        assertThat(calls.killed()).as("processes killed at calls").isPositive();
        assertThat(commits.killed()).as("processes killed at commits").isPositive();
    }

    private Sweep.Outcome commit(Play play, int at) throws Exception {
        try (Scene scene = scene(play)) {
            prepare(play, scene, CountingDriver.PREFIX);
            String moment = (at % 2 == 0 ? "before:" : "after:") + at;
            return finish(play, scene, scene.runs(CrashMain.class, "-D" + CrashMain.HALT + "=" + moment));
        }
    }

    private Sweep.Outcome call(Play play, int at) throws Exception {
        try (Scene scene = scene(play);
                Gateway gateway = new Gateway(scene.grid.baseUrl())) {
            scene.gridAt(gateway.url());
            prepare(play, scene, "jdbc:");
            gateway.killNextOf(at, at % 2 == 0);
            Child child = scene.runs();
            gateway.kills(child);
            return finish(play, scene, child);
        }
    }

    private Scene scene(Play play) throws IOException {
        Scene scene = new Scene(
                Files.createTempDirectory(folder, "scene"),
                play.input(),
                SandboxSettings.defaults().withJobTime(Duration.ofMillis(50)).withDocument(play.document()),
                Stream.concat(Stream.of("--settle", "1s"), play.options().stream())
                        .toArray(String[]::new));
        if (!play.before().isEmpty()) {
            scene.others(play.before());
        }
        return scene;
    }

    private static void prepare(Play play, Scene scene, String driver) {
        scene.database(ProofDatabase.migrated(), driver);
        if (play.undone()) {
            CommandRun imported = scene.again();
            assertThat(imported.exitCode()).as(imported.err()).isZero();
            scene.command("undo", "1", "--yes");
        }
    }

    private static Sweep.Outcome finish(Play play, Scene scene, Child child) throws Exception {
        int end = child.ends();
        boolean killed = end == Failpoint.EXIT;
        String said = child.said();
        if (killed) {
            CommandRun again = scene.again();
            end = again.exitCode();
            said += again.err();
        }
        List<String> broken = new ArrayList<>(play.undone() ? undone(scene) : imported(play, scene, end));
        for (EffectKind kind : CHANGES) {
            broken.addAll(Checker.effectsOtherwise(
                    scene.journal(), kind, play.wanted().getOrDefault(kind, Map.of())));
        }
        // Who comes too late to undo it is told so.
        if (end != 0 && !(killed && play.undone() && end == 1)) {
            broken.add("it ended with exit code " + end);
        }
        if (!broken.isEmpty()) {
            broken.add("it said: " + said);
        }
        return new Sweep.Outcome(killed, broken);
    }

    private static List<String> imported(Play play, Scene scene, int exit) throws SQLException {
        List<String> broken = new ArrayList<>(scene.broken(exit));
        LedgerFacts facts = scene.facts();
        List<String> told = facts == null
                ? List.of()
                : facts.rows().stream().map(LedgerFacts.Row::told).toList();
        if (!told.equals(play.ends())) {
            broken.add("I7: the rows are " + told + ", undisturbed they are " + play.ends());
        }
        return broken;
    }

    private static List<String> undone(Scene scene) throws SQLException {
        return scene.ledger(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("""
                            select 'I11: the import is ' || state from gridload.import where state <> 'UNDONE'
                            union all
                            select 'I3: the ' || lower(kind) || ' of row ' || record_no || ' is ' || state
                              from gridload.deletion where state <> 'DELETED'
                            union all
                            select 'I9: ' || owner || ' holds the import' from gridload.lease where owner is not null
                            """)) {
                List<String> broken = new ArrayList<>();
                while (rows.next()) {
                    broken.add(rows.getString(1));
                }
                return broken;
            }
        });
    }
}
