package dev.gridload.cli;

import dev.gridload.ledger.Attempts.Attempt;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what became of one customer, over all imports. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Show every attempt to import a customer, the newest first.",
            "For example: gridload history customer-17"
        })
final class HistoryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CUSTOMER_ID", description = "A platformCustomerId.")
    private String customerId = "";

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    private final Map<String, String> environment;
    private final Terminal terminal;

    HistoryCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = Databases.open(environment, Home.from(environment))) {
            List<Attempt> attempts = ledger.attempts().of(customerId);
            long unsearched = ledger.attempts().unsearched();
            terminal.say(
                    attempts.isEmpty()
                            ? "No import has this customer."
                            : Words.count(attempts.size(), "attempt") + ", the newest first:");
            attempts.forEach(this::tell);
            if (unsearched > 0) {
                terminal.say("Not searched: " + Words.count(unsearched, "import")
                        + " still being checked or purged, which cannot be asked.");
            }
            if (json) {
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("customer", customerId);
                document.put(
                        "attempts",
                        attempts.stream().map(HistoryCommand::document).toList());
                document.put("importsNotSearched", unsearched);
                terminal.data(Json.document(document));
            }
            return ExitCode.OK.number();
        }
    }

    private void tell(Attempt attempt) {
        StringBuilder line = new StringBuilder("  ")
                .append(Words.moment(attempt.when()))
                .append("  import ")
                .append(attempt.importId());
        if (attempt.continues() != null) {
            line.append(" (continues ").append(attempt.continues()).append(')');
        }
        line.append(", ")
                .append(attempt.fileName())
                .append(" row ")
                .append(Words.count(attempt.recordNo()))
                .append(": ")
                .append(Words.state(attempt.state()));
        if (attempt.updated() != null) {
            line.append(attempt.updated().isEmpty() ? ", unchanged" : ", updated: " + attempt.updated());
        }
        if (attempt.gridCustomerId() != null) {
            line.append(" as ").append(attempt.gridCustomerId());
        }
        if (attempt.deleted() != null) {
            line.append(", deleted by undo at ").append(Words.moment(attempt.deleted()));
        }
        if (attempt.code() != null) {
            line.append(", ").append(attempt.code()).append(": ").append(attempt.message());
        }
        terminal.say(line.toString());
    }

    private static Map<String, @Nullable Object> document(Attempt attempt) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("import", attempt.importId());
        document.put("continues", attempt.continues());
        document.put("file", attempt.fileName());
        document.put("row", attempt.recordNo());
        document.put("line", attempt.line());
        document.put("when", attempt.when());
        document.put("state", attempt.state());
        document.put("gridCustomerId", attempt.gridCustomerId());
        document.put("updatedColumns", attempt.updated());
        document.put("deletedAt", attempt.deleted());
        document.put("code", attempt.code());
        document.put("message", attempt.message());
        return document;
    }
}
