package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists imports. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "List imports, the newest first.",
            "For example: gridload list --state paused, or gridload list --since 7d --file customers"
        })
final class ListCommand implements Callable<Integer> {

    private static final Set<String> STATES =
            Set.of("running", "paused", "stopped", "finished", "abandoned", "undoing", "undone");

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those that are running, paused, stopped, finished, abandoned, undoing or undone.")
    private @Nullable String state;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those begun since a date (2026-01-31) or within a span (30m, 12h, 7d).")
    private @Nullable String since;

    @Option(names = "--file", paramLabel = "TEXT", description = "Only those whose file name contains this.")
    private String file = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (30).", defaultValue = "30")
    private int limit;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    ListCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String wanted = state == null ? null : state.toLowerCase(Locale.ROOT);
        if (wanted != null && !STATES.contains(wanted)) {
            throw new BadArgument("--state " + state
                    + " is none; expected running, paused, stopped, finished, abandoned, undoing or undone");
        }
        if (limit < 1) {
            throw new BadArgument("--limit must be at least 1, found " + limit);
        }
        Instant from = since == null ? Instant.EPOCH : Ages.moment("--since", since, Clock.systemUTC());
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            ImportList list = new ImportList(terminal, ledger);
            List<ImportRecord> imports = ledger.imports().newest(from, file).stream()
                    .filter(record -> wanted == null || list.stateOf(record).equals(wanted))
                    .limit(limit)
                    .toList();
            if (imports.isEmpty()) {
                terminal.say("No import is like that.");
            }
            list.print(imports, json);
            return ExitCode.OK.number();
        }
    }
}
