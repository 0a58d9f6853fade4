package dev.gridload.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program's root: which commands there are, and how every one of them ends. */
@Command(
        name = "gridload",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Imports customers from CSV files into Grid: checked before anything is sent, sent once, accounted for after.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  every row ended well",
            "  1  usage, configuration or input file",
            "  2  Grid, network or database",
            "  3  a fault of gridload itself",
            "  4  finished, but some rows were rejected or failed",
            "  5  stopped, still running, or a person must decide"
        })
public final class GridloadCommand implements Callable<Integer> {

    /** By name, in the order in which help lists them. */
    private static final Map<String, Class<?>> COMMANDS = commands();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    private final Map<String, String> environment;
    private final Terminal terminal;

    private GridloadCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Runs one command line and says how it ended, as an exit code. Never exits by itself. */
    public static int run(String[] arguments, Map<String, String> environment) {
        OldGarbage.watch();
        return run(arguments, environment, Terminal.ofProcess(environment));
    }

    static int run(String[] arguments, Map<String, String> environment, Terminal terminal) {
        GridloadCommand root = new GridloadCommand(environment, terminal);
        CommandLine line = root.line(arguments);
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setParameterExceptionHandler((wrong, args) -> usage(wrong, terminal));
        line.setExecutionExceptionHandler((e, command, parsed) -> Failure.explain(e, terminal, root.debug));
        line.setUsageHelpAutoWidth(true);
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        return line.execute(arguments);
    }

    /** Reading the options of all commands takes as long as a small run: where one is named, only that one is read. */
    private CommandLine line(String... arguments) {
        CommandLine.IFactory factory = new Injector(environment, terminal);
        CommandLine line = new CommandLine(this, factory);
        String named = named(arguments);
        COMMANDS.forEach((name, type) -> {
            if (named == null || named.equals(name)) {
                line.addSubcommand(name, new CommandLine(type, factory));
            }
        });
        return line;
    }

    /** The command that is named; null where there is none of that name, or where the root is asked for help before it. */
    private static @Nullable String named(String... arguments) {
        for (String argument : arguments) {
            if (!argument.equals("--debug")) {
                return COMMANDS.containsKey(argument) ? argument : null;
            }
        }
        return null;
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("import", ImportCommand.class);
        commands.put("validate", ValidateCommand.class);
        commands.put("resume", ResumeCommand.class);
        commands.put("stop", StopCommand.class);
        commands.put("status", StatusCommand.class);
        commands.put("list", ListCommand.class);
        commands.put("results", ResultsCommand.class);
        commands.put("retry", RetryCommand.class);
        commands.put("decide", DecideCommand.class);
        commands.put("history", HistoryCommand.class);
        commands.put("abandon", AbandonCommand.class);
        commands.put("undo", UndoCommand.class);
        commands.put("purge", PurgeCommand.class);
        commands.put("template", TemplateCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("sandbox", SandboxCommand.class);
        return commands;
    }

    @Override
    public Integer call() {
        terminal.say(line().getUsageMessage());
        return ExitCode.USAGE.number();
    }

    private static int usage(ParameterException wrong, Terminal terminal) {
        terminal.say("gridload: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, terminal.errWriter());
        terminal.say("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    /** Hands each command what it talks to. */
    private record Injector(Map<String, String> environment, Terminal terminal) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            @Nullable K made = null;
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 2
                        && constructor.getParameterTypes()[0] == Map.class
                        && constructor.getParameterTypes()[1] == Terminal.class) {
                    made = type.cast(constructor.newInstance(environment, terminal));
                }
            }
            return made != null ? made : CommandLine.defaultFactory().create(type);
        }
    }
}
