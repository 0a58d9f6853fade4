package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.sandbox.Journal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person is asked before anything is deleted. */
class UndoQuestionIT {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder, Duration.ZERO);
        desk.gridload("import", desk.file("new.csv", "ada-1", "bob-1").toString());
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    private String undo(String typed) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true,
                false);
        GridloadCommand.run(new String[] {"undo", "1"}, desk.environment, terminal);
        return err.toString(StandardCharsets.UTF_8);
    }

    private long deleted() {
        return desk.grid.journal().effects().stream()
                .filter(effect -> effect.kind() == Journal.EffectKind.CUSTOMER_DELETED)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "y\n", "\n", ""})
    void anythingButYesDeletesNothing(String typed) {
        String said = undo(typed);

        assertThat(said)
                .contains("To be deleted there: 2 customers and 0 accounts that it created.")
                .endsWith("Delete them? Type yes: Nothing was deleted." + System.lineSeparator());
        assertThat(deleted()).isZero();
        assertThat(desk.ledger("select state from import")).containsExactly("FINISHED");
    }

    @Test
    void yesDeletesThem() {
        assertThat(undo("yes\r\n")).contains("Undo of import 1: 2 customers and 0 accounts deleted.");
        assertThat(deleted()).isEqualTo(2);
    }
}
