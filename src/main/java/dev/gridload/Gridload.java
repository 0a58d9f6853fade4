package dev.gridload;

import dev.gridload.cli.GridloadCommand;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program: hands its arguments to the command line. */
public final class Gridload {

    /** Held, so that its level is not forgotten with it. */
    private static final Logger CHATTER = Logger.getLogger("org.hibernate.validator");

    private Gridload() {}

    public static void main(String[] arguments) {
        CHATTER.setLevel(Level.WARNING);
        // Hibernate Validator's logging facade would otherwise start the whole logging system to say nothing.
        System.setProperty("org.jboss.logging.provider", "jdk");
        System.exit(GridloadCommand.run(arguments, System.getenv()));
    }
}
