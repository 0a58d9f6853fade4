package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.cli.Desk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListAndPurgeIT {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(folder, Duration.ZERO);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void listsWhatTheFiltersLet() {
        desk.gridload("import", desk.file("north.csv", "ada-1").toString());
        desk.gridload("import", desk.file("south.csv", "bob-1", "bob-gridfail").toString());
        desk.gridload("import", desk.file("south east.csv", "eve-1").toString());
        desk.ledger("update import set state = 'DELIVERING', finished_at = null where id = 3");
        desk.ledger("update import set created_at = now() - interval '9 days' where id = 1");

        assertThat(listed()).containsExactly("3 stopped", "2 finished", "1 finished");
        assertThat(listed("--file", "SOUTH")).containsExactly("3 stopped", "2 finished");
        assertThat(listed("--state", "finished")).containsExactly("2 finished", "1 finished");
        assertThat(listed("--since", "7d")).containsExactly("3 stopped", "2 finished");
        assertThat(listed("--since", "2020-01-31", "--limit", "1")).containsExactly("3 stopped");
        assertThat(desk.gridload("list", "--state", "paused").lines()).containsExactly("No import is like that.");
        assertThat(desk.gridload("list", "--state", "odd").lines())
                .containsExactly(
                        "gridload: --state odd is none; expected running, paused, stopped, finished, abandoned, undoing or undone");
        assertThat(desk.gridload("list", "--since", "soon").lines())
                .containsExactly(
                        "gridload: --since soon is not a time; expected a date such as 2026-01-31, or a span such as 7d");
        assertThat(desk.gridload("list", "--limit", "1", "--json").out()).contains("\"file\" : \"south east.csv\"");
    }

    @Test
    void forgetsCustomersAndKeepsCountsAndLineage() throws IOException {
        Path file = desk.file("new.csv", "ada-1", "bob-gridfail", "ada-1", "");
        desk.gridload("import", file.toString());
        desk.gridload("retry", "1");
        Said before = desk.gridload("status", "1");
        desk.ledger(
                "update import set created_at = created_at - interval '31 days', finished_at = finished_at - interval '31 days' where id = 1");

        assertThat(desk.gridload("purge", "--older-than", "30d").lines())
                .containsExactly(
                        "Would forget import 1, new.csv, 4 rows; result files in " + folder,
                        "Nothing was done. To forget them: gridload purge --older-than 30d --yes");
        assertThat(desk.ledger("select count(*) from import_row where import_id = 1"))
                .containsExactly("4");
        Said purged = desk.gridload("purge", "--older-than", "30d", "--yes");

        assertThat(purged.lines())
                .containsExactly(
                        "Forgot import 1, new.csv, 4 rows; result files in " + folder,
                        "Their result files are left to you.");
        assertThat(desk.gridload("status", "1").lines().subList(0, 5))
                .isEqualTo(before.lines().subList(0, 5));
        assertThat(desk.gridload("status", "1").lines())
                .contains("Its rows were purged, and only their counts are left. The files that it wrote to " + folder
                        + " were left to you.")
                .noneMatch(line -> line.contains("gridload results 1"));
        assertThat(desk.ledger("select continues from import where id = 2")).containsExactly("1");
        assertThat(everyWordOfTheLedger(1)).doesNotContain("ada-1", "bob-gridfail");
        try (Stream<Path> spool = Files.list(folder.resolve("home/spool"))) {
            assertThat(spool).hasSize(1);
        }
        assertThat(desk.gridload("history", "ada-1").lines())
                .containsExactly(
                        "No import has this customer.",
                        "Not searched: 1 import still being checked or purged, which cannot be asked.");
        assertThat(desk.gridload("retry", "1").lines())
                .containsExactly("gridload: the rows of import 1 were purged; import its file anew");
        assertThat(desk.gridload("results", "1").lines())
                .containsExactly("gridload: the rows of import 1 were purged; only its counts are left");
        assertThat(desk.gridload("import", file.toString()).lines())
                .anyMatch(line -> line.startsWith("new.csv is already imported: import 1 of "));
        assertThat(desk.gridload("purge", "--older-than", "30d", "--yes").lines())
                .containsExactly("No import that ended more than 30d ago still knows its customers.");
        assertThat(desk.gridload("purge", "--older-than", "old").lines())
                .containsExactly("gridload: --older-than old is not a span of time; expected for example 12h or 30d");
    }

    @Test
    void keepsTheCopyThatAnotherImportIsReadFrom() throws IOException {
        Path file = desk.file("new.csv", "ada-1");
        desk.gridload("import", file.toString());
        desk.ledger("update import set state = 'ABANDONED'");
        desk.gridload("import", file.toString());
        desk.ledger("update import set finished_at = now() - interval '1 hour' where id = 1");

        desk.gridload("purge", "--older-than", "30m", "--yes");

        try (Stream<Path> spool = Files.list(folder.resolve("home/spool"))) {
            assertThat(spool).hasSize(1);
        }
        assertThat(desk.gridload("results", "2").exitCode()).isZero();
    }

    private List<String> listed(String... filters) {
        String[] arguments =
                Stream.concat(Stream.of("list"), Stream.of(filters)).toArray(String[]::new);
        return desk.gridload(arguments).lines().stream()
                .map(line -> line.strip().replaceFirst(" +(\\w+) .*", " $1"))
                .toList();
    }

    /** All rows of all tables that name this import, as text. */
    private String everyWordOfTheLedger(long id) {
        StringBuilder words = new StringBuilder();
        for (String table : desk.ledger("""
                select table_name from information_schema.columns
                 where table_schema = 'gridload' and column_name = 'import_id'
                """)) {
            desk.ledger("select t::text from " + table + " t where import_id = " + id)
                    .forEach(row -> words.append(row).append('\n'));
        }
        return words.toString();
    }
}
