package dev.gridload.cli;

import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.Operator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks a running import or its undo to stop, and waits until it has. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Ask a running import, or its undo, to stop at its next safe point, and wait up to 60 s until it has.",
            "For example: gridload stop 3"
        })
final class StopCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Parameters(paramLabel = "ID", description = "Number of an import.")
    private long id;

    private final Map<String, String> environment;
    private final Terminal terminal;

    StopCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            Operator.StopOutcome outcome = new Operator(ledger, Clock.systemUTC())
                    .stop(
                            id,
                            PATIENCE,
                            runner -> terminal.say("Asked " + runner + " to stop import " + id + ". Waiting up to "
                                    + PATIENCE.toSeconds() + " s until it reaches a safe point."));
            return tell(outcome, ledger).number();
        }
    }

    private ExitCode tell(Operator.StopOutcome outcome, Ledger ledger) {
        return switch (outcome) {
            case STOPPED -> {
                terminal.say("Import " + id + " is stopped. Nothing is lost. " + next(ledger));
                yield ExitCode.OK;
            }
            case FINISHED -> {
                terminal.say("Import " + id + " came to its end before it could be stopped. To see it: gridload status "
                        + id);
                yield ExitCode.OK;
            }
            case ALREADY_OVER -> {
                terminal.say("Import " + id + " is at its end already; there is nothing to stop. To see it: "
                        + "gridload status " + id);
                yield ExitCode.OK;
            }
            case NOBODY_RUNS_IT -> {
                terminal.say("Nobody runs import " + id + "; it stands still. " + next(ledger));
                yield ExitCode.OK;
            }
            case STILL_RUNNING -> {
                terminal.say("Import " + id + " is still running after " + PATIENCE.toSeconds()
                        + " s. It will stop when Grid has answered the call in progress. To see it: gridload status "
                        + id);
                yield ExitCode.UNFINISHED;
            }
        };
    }

    private String next(Ledger ledger) {
        return Continue.with(ledger.imports().find(id).orElseThrow());
    }
}
