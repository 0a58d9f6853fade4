package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports, a line each. */
final class ImportList {

    private final Terminal terminal;
    private final Ledger ledger;

    ImportList(Terminal terminal, Ledger ledger) {
        this.terminal = terminal;
        this.ledger = ledger;
    }

    void print(List<ImportRecord> imports, boolean json) {
        for (ImportRecord record : imports) {
            Progress progress = ledger.results().progress(record.id());
            terminal.say(String.format(
                    "%5d  %-11s  %s  %s: %s, %s well, %s not, %s open",
                    record.id(),
                    stateOf(record),
                    Words.moment(record.createdAt()),
                    record.fileName(),
                    Words.count(record.records(), "row"),
                    Words.count(progress.created() + progress.existed()),
                    Words.count(progress.unsuccessful()),
                    Words.count(progress.unprocessed())));
        }
        if (json) {
            terminal.data(Json.document(Map.of(
                    "imports",
                    imports.stream().map(record -> document(ledger, record)).toList())));
        }
    }

    /** In one word. */
    String stateOf(ImportRecord record) {
        return switch (record.state()) {
            case FINISHED -> "finished";
            case ABANDONED -> "abandoned";
            case UNDOING -> "undoing";
            case UNDONE -> "undone";
            case STAGING, DELIVERING ->
                ledger.leases().runner(record.id()).isPresent()
                        ? "running"
                        : record.pauseCode() != null ? "paused" : "stopped";
        };
    }

    static Map<String, @Nullable Object> document(Ledger ledger, ImportRecord record) {
        Map<String, @Nullable Object> document =
                new LinkedHashMap<>(StatusDocument.of(record, ledger.results().progress(record.id())));
        document.put("continues", record.continues());
        document.put("running", ledger.leases().runner(record.id()).isPresent());
        return document;
    }
}
