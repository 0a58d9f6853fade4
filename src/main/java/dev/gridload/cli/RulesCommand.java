package dev.gridload.cli;

import dev.gridload.account.AccountType;
import dev.gridload.account.RuleClass;
import dev.gridload.customer.Severity;
import dev.gridload.job.Spelling;
import dev.gridload.pipeline.RuleBook;
import dev.gridload.pipeline.RuleBook.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the codes of problems, or explains one. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "List every rule that rows are checked by: how much it weighs, what it means, an example and where it comes from.",
            "With a code, explain that one. For example: gridload rules ABA_CHECKSUM",
            "With an account type, list its columns: gridload rules GBP_ACCOUNT --profile openapi"
        })
final class RulesCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "CODE|TYPE",
            arity = "0..1",
            description = "The code of a problem, for example ABA_CHECKSUM, or an account type, for example CLABE.")
    private @Nullable String code;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Mixin
    private final AccountTypeNames names = new AccountTypeNames();

    private final Terminal terminal;

    RulesCommand(Map<String, String> environment, Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = RuleBook.read();
        AccountType type = code == null ? null : names.find(code);
        if (type != null) {
            TypePage page = new TypePage(type);
            terminal.data(json ? Json.document(page.document()) : page.text());
            return ExitCode.OK.number();
        }
        List<Entry> chosen = code == null ? book.all() : List.of(named(code, book));
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("command", "rules");
            document.put("rules", chosen.stream().map(RulesCommand::document).toList());
            terminal.data(Json.document(document));
        } else {
            chosen.forEach(this::print);
        }
        return ExitCode.OK.number();
    }

    private static Entry named(String text, RuleBook book) {
        String typed = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return book.find(typed)
                .orElseThrow(() -> new BadArgument("there is no rule " + text + ". " + near(typed, book)));
    }

    private static String near(String typed, RuleBook book) {
        List<String> codes = book.all().stream().map(Entry::code).toList();
        List<String> within = codes.stream()
                .filter(known -> !typed.isEmpty() && known.contains(typed))
                .limit(10)
                .toList();
        String otherwise = within.isEmpty()
                ? "gridload rules lists the codes."
                : "Codes with this word: " + String.join(", ", within) + ".";
        return Spelling.suggest(typed, codes, otherwise);
    }

    private void print(Entry rule) {
        terminal.data(rule.code() + "  (" + className(rule.ruleClass()) + "; " + weight(rule) + ")\n"
                + "  " + rule.meaning() + ".\n"
                + "  " + rule.hint() + ".\n"
                + (rule.example() == null ? "" : "  For example: " + rule.example() + "\n")
                + "  Source: " + rule.source() + "\n\n");
    }

    private static String weight(Entry rule) {
        String weights = rule.production() == rule.sandbox()
                ? lower(rule.production())
                : lower(rule.production()) + " in production, " + lower(rule.sandbox()) + " in sandbox";
        return rule.adjustable() ? weights : "always " + weights;
    }

    static String className(RuleClass ruleClass) {
        return switch (ruleClass) {
            case HARD -> "Grid's own rule";
            case SYNTAX -> "syntax of the rail";
            case CHECKSUM -> "check digit";
            case PLAUSIBILITY -> "plausibility";
            case REPAIR -> "repair";
        };
    }

    private static String lower(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> document(Entry rule) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("code", rule.code());
        document.put("class", rule.ruleClass());
        document.put("production", rule.production());
        document.put("sandbox", rule.sandbox());
        document.put("adjustable", rule.adjustable());
        document.put("meaning", rule.meaning());
        document.put("hint", rule.hint());
        document.put("example", rule.example());
        document.put("source", rule.source());
        return document;
    }
}
