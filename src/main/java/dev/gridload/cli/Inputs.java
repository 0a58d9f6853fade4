package dev.gridload.cli;

import dev.gridload.job.InputPattern;
import dev.gridload.pipeline.read.InputSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the arguments of a command name: files, patterns for files, or {@code -} for standard input. */
final class Inputs {

    private static final String STANDARD_INPUT = "-";

    private Inputs() {}

    /**
     * In the order of the arguments.
     *
     * @throws dev.gridload.job.NoInput where an argument names no file
     */
    static List<InputSource> of(Collection<String> arguments, Terminal terminal) {
        List<InputSource> inputs = new ArrayList<>();
        boolean piped = false;
        for (String argument : arguments) {
            if (!argument.equals(STANDARD_INPUT)) {
                inputs.addAll(of(InputPattern.of(argument, Path.of(""))));
            } else if (piped) {
                throw new BadArgument("standard input (-) can be read once; it is named twice");
            } else {
                piped = true;
                inputs.add(InputSource.standardInput(terminal.in()));
            }
        }
        if (piped && terminal.interactive()) {
            terminal.say(terminal.dim("Reading standard input; Ctrl-D ends it."));
        }
        return inputs;
    }

    static List<InputSource> of(InputPattern pattern) {
        return pattern.files().stream().map(InputSource::of).toList();
    }

    /** Keeps a command from writing over what it reads. */
    static void refuseAsTarget(String option, Path target, List<InputSource> inputs) {
        Path written = target.toAbsolutePath().normalize();
        for (InputSource input : inputs) {
            Path file = input.file();
            if (file != null && file.toAbsolutePath().normalize().equals(written)) {
                throw new BadArgument(option + " would overwrite the input " + file + "; name another file");
            }
        }
    }
}
