package dev.gridload.cli;

import dev.gridload.job.JobDefinition;
import dev.gridload.ledger.Deletions;
import dev.gridload.ledger.Ledger;
import dev.gridload.ledger.UndoScope;
import dev.gridload.run.Home;
import dev.gridload.run.Target;
import dev.gridload.run.Undoing;
import dev.gridload.run.Undoing.Plan;
import dev.gridload.run.Undoing.Undone;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes what an import created. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = {
            "Delete the customers and accounts that an import created in Grid; what was there before stays. Asks first.",
            "One that broke off goes on with the same command. Afterwards the file can be imported again.",
            "For example: gridload undo 3"
        })
final class UndoCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Parameters(paramLabel = "ID", description = "Number of an import that is at its end.")
    private long id;

    @Option(names = "--yes", description = "Do not ask; for scripts.")
    private boolean yes;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    UndoCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            Undoing undoing = new Undoing(ledger, Clock.systemUTC());
            Plan plan = undoing.plan(id);
            tell(plan);
            if (!yes && !agreed()) {
                return ExitCode.USAGE.number();
            }
            StopSignal.onFirst(undoing::stop, () -> "To go on: gridload undo " + id, terminal);
            Undone undone = undoing.undo(id, this::grid);
            ExitCode code = end(ledger, plan, undone);
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("command", "undo");
                document.put("import", id);
                document.put("undo", undone.counts());
                document.put("exitCode", code.number());
                terminal.data(Json.document(document));
            }
            return code.number();
        }
    }

    private Target grid(JobDefinition job) {
        return Target.lasting(GridEnvironment.read(environment, job.sending().rate()));
    }

    private void tell(Plan plan) {
        UndoScope scope = plan.scope();
        terminal.say("Import " + id + ", " + plan.record().fileName() + " of "
                + Words.moment(plan.record().createdAt()) + ", went to "
                + plan.record().grid() + ".");
        terminal.say("To be deleted there: " + Words.count(scope.customers(), "customer") + " and "
                + Words.count(scope.accounts(), "account") + " that it created.");
        if (scope.shared() > 0) {
            terminal.say(terminal.yellow("In other imports too, and deleted all the same: "
                    + Words.count(scope.shared(), "customer") + "."));
        }
        if (scope.unknown() > 0) {
            terminal.say("Left, since only a person said that it created them: "
                    + Words.count(scope.unknown(), "customer") + ".");
        }
        if (scope.updated() > 0) {
            terminal.say("Changed by it, and left as they are now: " + Words.count(scope.updated(), "customer") + ".");
        }
    }

    private boolean agreed() {
        if (!terminal.interactive()) {
            terminal.say(
                    "Nothing was deleted: there is nobody to ask here. To delete them: gridload undo " + id + " --yes");
            return false;
        }
        terminal.draw("Delete them? Type yes: ");
        boolean agreed = "yes".equals(terminal.line());
        if (!agreed) {
            terminal.say("Nothing was deleted.");
        }
        return agreed;
    }

    private ExitCode end(Ledger ledger, Plan plan, Undone undone) {
        terminal.say("Undo of import " + id + ": " + UndoWords.of(undone.counts()) + ".");
        for (Deletions.Refusal refusal : ledger.deletions().refusals(id, SHOWN)) {
            terminal.say(
                    "  row " + Words.count(refusal.recordNo()) + ", " + (refusal.ofAccount() ? "account" : "customer")
                            + ": " + refusal.code() + ": " + refusal.message());
        }
        if (undone.stopped() != null) {
            terminal.say(terminal.red("Not at its end: ") + undone.stopped()
                    + ". Nothing is lost. To go on: gridload undo " + id);
            return undone.asked() ? ExitCode.UNFINISHED : ExitCode.OUTSIDE;
        }
        if (undone.counts().failed() > 0) {
            terminal.say("To try those again: gridload undo " + id);
            return ExitCode.ROWS_FAILED;
        }
        terminal.say("Its file can be imported again: " + plan.record().commandAnew());
        return ExitCode.OK;
    }
}
