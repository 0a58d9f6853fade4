package dev.gridload.cli;

import dev.gridload.ledger.Answer;
import dev.gridload.ledger.Decisions.Question;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import dev.gridload.run.Operator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the questions that only a person can answer, and takes the answers. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Show the rows of an import that a person must decide, or decide some of them.",
            "For example: gridload decide 3, then gridload decide 3 12 20-25 --as sent-again"
        })
final class DecideCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "Number of an import.")
    private long id;

    @Parameters(
            index = "1..*",
            paramLabel = "ROW",
            description =
                    "Rows of the file as the list shows them, single ones and ranges; all of them when it says all.")
    private List<String> rows = List.of();

    @Option(
            names = "--as",
            paramLabel = "ANSWER",
            description = {
                "sent-again: Grid does not have it, send it once more.",
                "created: Grid has it, and this import made it.",
                "existed: Grid had it before.",
                "failed: Grid does not have it, and it stays so."
            })
    private @Nullable String answer;

    @Option(
            names = "--grid-id",
            paramLabel = "ID",
            description = "Grid's id of the customer or account asked about, for one row that Grid has.")
    private @Nullable String gridId;

    private final Map<String, String> environment;
    private final Terminal terminal;

    DecideCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            Operator operator = new Operator(ledger, Clock.systemUTC());
            List<Question> questions = operator.questions(id);
            if (rows.isEmpty()) {
                return ask(questions).number();
            }
            Answer given = answer();
            List<Long> chosen = RowNumbers.of(rows, questions);
            if (gridId != null && (chosen.size() != 1 || (given != Answer.CREATED && given != Answer.EXISTED))) {
                throw new BadArgument("--grid-id is for one row, decided as created or existed");
            }
            operator.decide(id, chosen, given, gridId, System.getProperty("user.name", "unknown"));
            int left = questions.size() - chosen.size();
            terminal.say(Words.count(chosen.size(), "row") + " decided as " + name(given) + ", " + Words.count(left)
                    + " left to decide.");
            terminal.say(
                    given == Answer.SENT_AGAIN || ledger.accounts().open(id) > 0
                            ? "To send: gridload resume " + id
                            : "The result files are as they were; to write them anew: gridload results " + id);
            return ExitCode.OK.number();
        }
    }

    private ExitCode ask(List<Question> questions) {
        if (answer != null) {
            throw new BadArgument("--as " + answer + " of which rows? gridload decide " + id + " lists them");
        }
        if (questions.isEmpty()) {
            terminal.say("Nothing of import " + id + " waits for a decision.");
            return ExitCode.OK;
        }
        terminal.say("Import " + id + ": " + Words.count(questions.size(), "row") + " to decide");
        for (Question question : questions) {
            terminal.say("  row " + question.recordNo() + "  " + question.code() + ": " + question.message());
        }
        terminal.say("Look each up in Grid by its platformCustomerId, which the failed file has. Then, for each row:");
        terminal.say("  gridload decide " + id + " ROW... --as created      Grid has it, and this import made it");
        terminal.say("  gridload decide " + id + " ROW... --as existed      Grid had it before");
        terminal.say("  gridload decide " + id + " ROW... --as sent-again   Grid does not have it, send it once more");
        terminal.say("  gridload decide " + id + " ROW... --as failed       Grid does not have it, and it stays so");
        return ExitCode.UNFINISHED;
    }

    private Answer answer() {
        for (Answer known : Answer.values()) {
            if (name(known).equals(answer)) {
                return known;
            }
        }
        throw new BadArgument((answer == null ? "--as is missing" : "--as " + answer + " is no answer")
                + "; expected sent-again, created, failed or existed");
    }

    private static String name(Answer answer) {
        return switch (answer) {
            case SENT_AGAIN -> "sent-again";
            case CREATED -> "created";
            case FAILED -> "failed";
            case EXISTED -> "existed";
        };
    }
}
