package dev.gridload.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.testing.GridJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {

    @TempDir
    private Path folder;

    @Test
    void goesOnBehindTheLastWholeLineOfAKilledProcess() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        SandboxSettings settings = SandboxSettings.defaults().withJournalFile(file);
        try (ScriptedGrid grid = new ScriptedGrid(settings)) {
            grid.create("a");
            assertThat(Files.readAllLines(file)).hasSize(2);
        }
        Files.writeString(file, "{\"effect\":\"CUSTOMER_CR", StandardOpenOption.APPEND);
        assertThat(GridJournal.of(file).creates()).containsOnlyKeys("a");

        try (ScriptedGrid grid = new ScriptedGrid(settings)) {
            grid.create("b");
            assertThat(grid.sandbox.journal().exchanges())
                    .extracting(Journal.Exchange::sequence)
                    .containsExactly(2L);
        }
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(GridJournal.of(file).creates()).containsOnlyKeys("a", "b");
    }

    @Test
    void effectsOfAJobAreOnDiskBeforeTheyAreShown() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (ScriptedGrid grid = new ScriptedGrid(
                SandboxSettings.defaults().withJournalFile(file).withJobTime(Duration.ofSeconds(10)))) {
            grid.upload("a", "b");
            grid.clock.move(Duration.ofSeconds(10));
            grid.caller.admin("/sandbox/stats");

            assertThat(GridJournal.of(file).creates()).containsOnlyKeys("a", "b");
        }
    }

    @Test
    void tellsBlindRepeatsFromThoseThatLookedFirst() {
        try (ScriptedGrid grid = new ScriptedGrid(SandboxSettings.defaults())) {
            grid.faults(
                    "{'kind':'ANSWER_BEFORE_EFFECT','method':'POST','id':'patient','status':429,'to':1}",
                    "{'kind':'ANSWER_AFTER_EFFECT','method':'POST','status':503}");
            grid.create("blind");
            grid.create("blind");
            grid.create("looked");
            grid.caller.get("/customers?platformCustomerId=looked");
            grid.create("looked");
            grid.create("patient");
            grid.create("patient");

            GridJournal journal = GridJournal.of(grid.sandbox.journal());
            assertThat(journal.blindRepeats())
                    .extracting(Journal.Exchange::subject)
                    .containsExactly("blind");
            assertThat(journal.createdTwice()).isEmpty();
            assertThat(journal.creates()).containsOnlyKeys("blind", "looked", "patient");
        }
    }

    @Test
    void knowsWhomALostRequestWasAbout() {
        try (ScriptedGrid grid = new ScriptedGrid(SandboxSettings.defaults())) {
            grid.faults("{'kind':'ANSWER_BEFORE_EFFECT','method':'POST','status':503,'to':3}");
            grid.create("looked");
            grid.caller.get("/customers?platformCustomerId=looked");
            grid.create("looked");
            grid.create("blind");
            grid.create("blind");

            assertThat(GridJournal.of(grid.sandbox.journal()).blindRepeats())
                    .extracting(Journal.Exchange::subject)
                    .containsExactly("blind");
        }
    }

    @Test
    void findsRequestsThatDidNotWait() {
        try (ScriptedGrid grid = new ScriptedGrid(SandboxSettings.defaults())) {
            grid.faults("{'kind':'ANSWER_BEFORE_EFFECT','call':1,'status':429,'retryAfter':'10'}");
            grid.create("a");
            grid.caller.get("/config");
            grid.clock.move(Duration.ofSeconds(9));
            grid.create("b");
            grid.clock.move(Duration.ofSeconds(1));
            grid.create("a");

            assertThat(GridJournal.of(grid.sandbox.journal()).impatient(Duration.ofMillis(100)))
                    .extracting(Journal.Exchange::subject)
                    .containsExactly("b");
        }
    }
}
