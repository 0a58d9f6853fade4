package dev.gridload.cli;

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
        },
        subcommands = {
            ImportCommand.class,
            ValidateCommand.class,
            ResumeCommand.class,
            StopCommand.class,
            StatusCommand.class,
            ListCommand.class,
            ResultsCommand.class,
            RetryCommand.class,
            DecideCommand.class,
            HistoryCommand.class,
            AbandonCommand.class,
            UndoCommand.class,
            PurgeCommand.class,
            TemplateCommand.class,
            RulesCommand.class,
            SandboxCommand.class
        })
public final class GridloadCommand implements Callable<Integer> {

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
        return run(arguments, environment, Terminal.ofProcess(environment));
    }

    static int run(String[] arguments, Map<String, String> environment, Terminal terminal) {
        GridloadCommand root = new GridloadCommand(environment, terminal);
        CommandLine line = new CommandLine(root, new Injector(environment, terminal));
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setParameterExceptionHandler((wrong, args) -> usage(wrong, terminal));
        line.setExecutionExceptionHandler((e, command, parsed) -> Failure.explain(e, terminal, root.debug));
        line.setUsageHelpAutoWidth(true);
        line.setOut(terminal.outWriter());
        line.setErr(terminal.errWriter());
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        terminal.say(new CommandLine(this, new Injector(environment, terminal)).getUsageMessage());
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
