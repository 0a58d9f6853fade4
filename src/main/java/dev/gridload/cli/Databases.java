package dev.gridload.cli;

import dev.gridload.ledger.DatabaseSettings;
import dev.gridload.ledger.Ledger;
import dev.gridload.run.Home;
import java.util.Map;
import java.util.regex.Pattern;

/** The database that the environment names, or our own. */
final class Databases {

    /** Drivers that wrap PostgreSQL's have their name before its own. */
    private static final Pattern POSTGRES = Pattern.compile("jdbc:([a-z0-9-]+:)?postgresql:");

    private Databases() {}

    static Ledger open(Map<String, String> environment, Home home) {
        LogFile.in(home);
        DatabaseSettings own = DatabaseSettings.from(environment);
        if (own != null && !POSTGRES.matcher(own.url()).lookingAt()) {
            // What it is instead may hold a password.
            throw new BadArgument("GRIDLOAD_DATABASE_URL must begin with jdbc:postgresql:, as in"
                    + " jdbc:postgresql://host:5432/database; user and password are GRIDLOAD_DATABASE_USER and"
                    + " GRIDLOAD_DATABASE_PASSWORD");
        }
        return own != null ? Ledger.open(own) : Ledger.embedded(home.made());
    }
}
