package dev.gridload.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How long a program with one empty picocli command takes to print its version. */
@Command(name = "empty", version = "empty 1.0", mixinStandardHelpOptions = true)
public final class EmptyCommand implements Runnable {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EmptyCommand()).execute(arguments));
    }

    @Override
    public void run() {
        // nothing
    }
}
