package dev.gridload.proof;

import dev.gridload.Gridload;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The program, on a database that counts its commits and ends the process at one of them. */
final class CrashMain {

    /** {@code before:7} or {@code after:7}: at which commit; without it nothing happens. */
    static final String HALT = "proof.halt";

    private CrashMain() {}

    public static void main(String[] arguments) throws SQLException {
        DriverManager.registerDriver(new CountingDriver(Failpoint.parse(System.getProperty(HALT, "never"))));
        Gridload.main(arguments);
    }
}
