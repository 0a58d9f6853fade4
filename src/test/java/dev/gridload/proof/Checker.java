package dev.gridload.proof;

import dev.gridload.proof.LedgerFacts.Call;
import dev.gridload.proof.LedgerFacts.Row;
import dev.gridload.sandbox.Journal;
import dev.gridload.testing.GridJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides from what lies on the table after an import has ended whether gridload kept its promises; it asks the product
 * nothing. Each broken promise is a sentence that begins with its number and names rows.
 */
final class Checker {

    private static final Set<String> IN_GRID = Set.of("CREATED", "ALREADY_EXISTED");
    private static final Set<String> ENDS =
            Set.of("CREATED", "ALREADY_EXISTED", "FAILED", "NEEDS_OPERATOR", "REJECTED", "DUPLICATE");

    /** How rows are staged of which something is sent or looked up. */
    private static final Set<String> MAY_END = Set.of("STAGED", "SKIPPED", "ADDITIONAL");

    /** A request may have left before the answer that asks for patience was read, on a machine with much to do. */
    private static final Duration UNDERWAY = Duration.ofMillis(600);
    /** How often one job may be asked after: twice what the shortest waits come to, for a client that repeats a lost GET. */
    private static final int ASKED_A_SECOND = 12;

    private final InputFile input;
    private final GridJournal grid;
    private final LedgerFacts ledger;
    private final ResultFolder results;
    private final List<String> broken = new ArrayList<>();

    private Checker(InputFile input, GridJournal grid, LedgerFacts ledger, ResultFolder results) {
        this.input = input;
        this.grid = grid;
        this.ledger = ledger;
        this.results = results;
    }

    /** What is broken; empty where every promise was kept. */
    static List<String> broken(
            InputFile input, GridJournal grid, LedgerFacts ledger, ResultFolder results, int exitCode) {
        Checker checker = new Checker(input, grid, ledger, results);
        checker.nobodyTwice();
        checker.nothingLost();
        checker.truthful();
        checker.broken.addAll(results.broken(input, ledger));
        checker.intentFirst();
        checker.neverBlindly();
        checker.patient();
        checker.ownedByNobody();
        checker.fixedInput();
        checker.honestExit(exitCode);
        return List.copyOf(checker.broken);
    }

    /** I10: what has come to its end stays there, with the id that Grid gave. */
    static List<String> movedBack(LedgerFacts before, LedgerFacts after) {
        Map<Long, String> now = after.ends();
        return before.ends().entrySet().stream()
                .filter(end -> !end.getValue().equals(now.get(end.getKey())))
                .map(end -> "I10: row " + end.getKey() + " was " + end.getValue() + " and is " + now.get(end.getKey()))
                .toList();
    }

    /** I7: every row ends as it does where nothing goes wrong. */
    static List<String> endedOtherwise(Map<Long, String> undisturbed, LedgerFacts after) {
        return after.rows().stream()
                .filter(row -> !row.end().equals(undisturbed.get(row.no())))
                .map(row ->
                        "I7: row " + row.no() + " is " + row.end() + ", undisturbed it is " + undisturbed.get(row.no()))
                .toList();
    }

    /** I1: Grid was changed in this way as often as the input asks for, by platformCustomerId, and nothing else was. */
    static List<String> effectsOtherwise(GridJournal grid, Journal.EffectKind kind, Map<String, Integer> wanted) {
        Map<String, Integer> had = grid.times(kind);
        Set<String> ids = new TreeSet<>(wanted.keySet());
        ids.addAll(had.keySet());
        return ids.stream()
                .filter(id -> !had.getOrDefault(id, 0).equals(wanted.getOrDefault(id, 0)))
                .map(id -> "I1: " + kind + " of " + id + " " + had.getOrDefault(id, 0) + " times, wanted "
                        + wanted.getOrDefault(id, 0))
                .toList();
    }

    private void nobodyTwice() {
        grid.createdTwice().forEach(id -> broken.add("I1: Grid created " + id + " twice, " + rowsOf(id)));
    }

    private void nothingLost() {
        if (ledger.records() != input.records().size()) {
            broken.add("I2: the input has " + input.records().size() + " rows, the ledger counts " + ledger.records());
        }
        List<Long> numbers = ledger.rows().stream().map(Row::no).toList();
        for (long no = 1; no <= input.records().size(); no++) {
            long times = java.util.Collections.frequency(numbers, no);
            if (times != 1) {
                broken.add("I2: row " + no + " stands in the ledger " + times + " times");
            }
        }
        for (Row row : ledger.rows()) {
            if (!ENDS.contains(row.end())) {
                broken.add("I2: row " + row.no() + " is not at its end, it is " + row.end());
            } else if (!MAY_END.contains(row.staged()) && row.outcome() != null) {
                broken.add("I2: row " + row.no() + " is " + row.staged() + " and " + row.outcome());
            }
        }
        if (!ledger.state().equals("FINISHED")) {
            broken.add("I2: the import is " + ledger.state());
        }
    }

    private void truthful() {
        Map<String, String> active = grid.customers();
        Set<String> made = grid.creates().keySet();
        Set<String> ours = ledger.rows().stream()
                .filter(row -> IN_GRID.contains(row.end()))
                .map(Row::customerId)
                .collect(Collectors.toSet());
        for (Row row : ledger.rows()) {
            if (IN_GRID.contains(row.end())) {
                String there = active.get(row.customerId());
                if (!Objects.equals(there, row.gridId())) {
                    broken.add("I3: row " + row.no() + " is " + row.end() + " as " + row.gridId() + ", Grid has "
                            + (there == null ? "nobody" : there) + " under " + row.customerId());
                }
            } else if (!row.end().equals("NEEDS_OPERATOR")
                    && made.contains(String.valueOf(row.customerId()))
                    && !ours.contains(row.customerId())) {
                broken.add("I3: row " + row.no() + " is " + row.end() + ", yet Grid created " + row.customerId());
            }
        }
    }

    private void intentFirst() {
        long intents = attempts("BULK");
        if (grid.uploads() > intents) {
            broken.add("I5: Grid was sent " + grid.uploads() + " uploads, the ledger intended " + intents);
        }
        for (Row row : ledger.rows()) {
            String id = String.valueOf(row.customerId());
            long sent = row.staged().equals("STAGED") ? grid.posts(id) : 0;
            long meant = ledger.calls().stream()
                    .filter(call -> call.route().equals("DIRECT") && row.carries(call))
                    .mapToLong(Call::attempt)
                    .sum();
            if (sent > meant) {
                broken.add("I5: Grid was sent row " + row.no() + " by itself " + sent + " times, the ledger intended "
                        + meant);
            }
        }
    }

    private void neverBlindly() {
        long parts = ledger.calls().stream()
                .filter(call -> call.route().equals("BULK"))
                .count();
        if (grid.doubtfulUploads() > parts) {
            broken.add("I6: " + grid.doubtfulUploads() + " uploads may have been worked on, of " + parts + " parts");
        }
        grid.blindRepeats()
                .forEach(post -> broken.add(
                        "I6: request " + post.sequence() + " sent " + post.subject() + " again without a look"));
        if (grid.uploads() > 0) {
            grid.sentUnseen()
                    .forEach(id -> broken.add("I6: " + id + " was sent by itself without a look, " + rowsOf(id)));
        }
    }

    private void patient() {
        grid.impatient(UNDERWAY)
                .forEach(call -> broken.add("I16: request " + call.sequence() + ", " + call.method() + " " + call.path()
                        + ", came before the time was over that Grid had asked for"));
        grid.askedTooOften(ASKED_A_SECOND)
                .forEach(path -> broken.add(
                        "I16: " + path + " was read more than " + ASKED_A_SECOND + " times within a second"));
    }

    private void ownedByNobody() {
        if (ledger.isHeld()) {
            broken.add("I9: the import is at its end and " + ledger.owner() + " holds it");
        }
        for (Call call : ledger.calls()) {
            if (call.epoch() > ledger.epoch()) {
                broken.add("I9: call " + call.no() + " was moved in epoch " + call.epoch() + ", the lease's is "
                        + ledger.epoch());
            }
            if (!call.state().equals("SETTLED")) {
                broken.add("I11: call " + call.no() + " with the rows " + call.first() + " to " + call.last() + " is "
                        + call.state());
            }
        }
        ledger.open().forEach(open -> broken.add("I11: " + open));
    }

    private void fixedInput() {
        if (!ledger.fileSha256().equals(input.sha256())) {
            broken.add("I14: what was parsed has the hash " + ledger.fileSha256() + ", the input " + input.sha256());
        }
    }

    private void honestExit(int exitCode) {
        Set<String> ends = ledger.rows().stream().map(Row::end).collect(Collectors.toSet());
        int honest = ends.contains("NEEDS_OPERATOR") || !ENDS.containsAll(ends) ? 5 : IN_GRID.containsAll(ends) ? 0 : 4;
        if (exitCode != honest) {
            broken.add("I18: it ended with exit code " + exitCode + ", its rows ask for " + honest);
        }
    }

    private long attempts(String route) {
        return ledger.calls().stream()
                .filter(call -> call.route().equals(route))
                .mapToLong(Call::attempt)
                .sum();
    }

    private String rowsOf(String id) {
        return "row "
                + ledger.rows().stream()
                        .filter(row -> id.equals(row.customerId()))
                        .map(row -> Long.toString(row.no()))
                        .collect(Collectors.joining(", "));
    }
}
