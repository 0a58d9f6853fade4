package dev.gridload;

import dev.gridload.cli.GridloadCommand;

/** The program: hands its arguments to the command line. */
public final class Gridload {

    private Gridload() {}

    public static void main(String[] arguments) {
        System.exit(GridloadCommand.run(arguments, System.getenv()));
    }
}
