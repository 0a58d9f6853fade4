package dev.gridload.cli;

import dev.gridload.ledger.DatabaseSettings;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import java.util.Map;

/** The database that the environment names, or our own. */
final class Databases {

    private Databases() {}

    static Ledger open(Map<String, String> environment, Home home) {
        LogFile.in(home);
        DatabaseSettings own = DatabaseSettings.from(environment);
        return own != null ? Ledger.open(own) : Ledger.embedded(home.made());
    }
}
