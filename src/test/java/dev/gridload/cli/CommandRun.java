package dev.gridload.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One command line that was run in this process, as a shell would have seen it.
 *
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {

    /** Runs it to its end. Nobody watches: no colours, no bar. */
    public static CommandRun of(Map<String, String> environment, String... arguments) {
        return piping(new byte[0], environment, arguments);
    }

    /** @param in what is piped into it */
    public static CommandRun piping(byte[] in, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        int exitCode = GridloadCommand.run(arguments, environment, terminal);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Lines of standard error that say something, in order. */
    public List<String> said() {
        return err.lines().filter(line -> !line.isBlank()).toList();
    }
}
