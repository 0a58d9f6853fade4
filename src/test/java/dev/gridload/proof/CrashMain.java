package dev.gridload.proof;

import dev.gridload.Gridload;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The program, on a database that counts its commits and ends the process at one of them. */
final class CrashMain {

    /** {@code before:7} or {@code after:7}: at which commit of the ledger; without it nothing happens. */
    static final String HALT = "proof.halt";
    /** The same for the commits that Spring Batch makes for itself. */
    static final String HALT_BATCH = "proof.halt.batch";

    private CrashMain() {}

    public static void main(String[] arguments) throws SQLException {
        DriverManager.registerDriver(new CountingDriver(failpoint(HALT), failpoint(HALT_BATCH)));
        Gridload.main(arguments);
    }

    private static Failpoint failpoint(String property) {
        return Failpoint.parse(System.getProperty(property, "never"));
    }
}
