package dev.gridload.cli;

import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.Progress;
import dev.gridload.run.Home;
import dev.gridload.run.Operator;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an unfinished import up. */
@Command(
        name = "abandon",
        mixinStandardHelpOptions = true,
        description = {
            "Give an unfinished import up. What is in Grid stays there; the same file may be imported anew.",
            "For example: gridload abandon 3"
        })
final class AbandonCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "Number of an import.")
    private long id;

    private final Map<String, String> environment;
    private final Terminal terminal;

    AbandonCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            Progress left = new Operator(ledger, Clock.systemUTC()).abandon(id);
            terminal.say("Import " + id + " is given up.");
            terminal.say("  " + Words.count(left.created() + left.existed(), "customer") + " in Grid, "
                    + "which stay there");
            long unknown = left.inFlight() + left.polling() + left.inDoubt() + left.needsOperator();
            if (unknown > 0) {
                terminal.say("  " + Words.count(unknown, "row")
                        + " sent whose end is not known; Grid may have some of them, or may still create them");
            }
            terminal.say("  " + Words.count(left.waiting() + left.unstaged(), "row") + " never sent");
            return ExitCode.OK.number();
        }
    }
}
