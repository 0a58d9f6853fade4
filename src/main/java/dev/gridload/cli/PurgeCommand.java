package dev.gridload.cli;

import dev.gridload.ledger.ImportRecord;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.Purging;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets the customers of old imports. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Forget the customers of imports that ended long ago: their rows, ids and messages, and the copy of the file.",
            "Counts stay, and which import continued which. Result files are yours to delete.",
            "For example: gridload purge --older-than 30d, then the same with --yes"
        })
final class PurgeCommand implements Callable<Integer> {

    @Option(
            names = "--older-than",
            paramLabel = "SPAN",
            required = true,
            description = "How long ago they must have come to their end, for example 30d.")
    private String olderThan = "";

    @Option(names = "--yes", description = "Do it; without this it is only said what would be done.")
    private boolean yes;

    private final Map<String, String> environment;
    private final Terminal terminal;

    PurgeCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Duration age = Ages.span("--older-than", olderThan);
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            Purging purging = new Purging(ledger);
            List<ImportRecord> due = purging.due(age);
            if (due.isEmpty()) {
                terminal.say("No import that ended more than " + olderThan + " ago still knows its customers.");
                return ExitCode.OK.number();
            }
            for (ImportRecord record : due) {
                String line = "import " + record.id() + ", " + record.fileName() + ", "
                        + Words.count(record.records(), "row") + "; result files in " + record.output();
                if (!yes) {
                    terminal.say("Would forget " + line);
                } else {
                    terminal.say(
                            (purging.forget(record) ? "Forgot " : "Left alone, a process is at work on it: ") + line);
                }
            }
            if (!yes) {
                terminal.say("Nothing was done. To forget them: gridload purge --older-than " + olderThan + " --yes");
            } else {
                terminal.say("Their result files are left to you.");
            }
            return ExitCode.OK.number();
        }
    }
}
