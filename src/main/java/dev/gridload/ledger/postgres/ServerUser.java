package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As whom PostgreSQL runs: it refuses to run as root. */
enum ServerUser {
    OURSELVES,
    /**
     * Inside of a new user namespace root is nobody in particular, while its files stay root's. Changing to a real user
     * instead would not do: its programs and data would lie behind folders that only root may enter.
     */
    ROOT_IN_NAMESPACE;

    private static final int ROOT = 0;

    static ServerUser choose(PostgresHome home) throws IOException {
        if (Files.exists(home.data()) && PostgresHome.ownerOf(home.data()) != PostgresHome.currentUser()) {
            throw PostgresHome.foreign(home.data());
        }
        if (PostgresHome.currentUser() != ROOT) {
            return OURSELVES;
        }
        if (ROOT_IN_NAMESPACE.works()) {
            return ROOT_IN_NAMESPACE;
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and this system does not allow a user namespace (unshare -U)",
                home.root(),
                "Run gridload as an ordinary user, in a container with USER or --user, or name a PostgreSQL with"
                        + " GRIDLOAD_DATABASE_URL.");
    }

    List<String> command(List<String> program) {
        return switch (this) {
            case OURSELVES -> program;
            case ROOT_IN_NAMESPACE -> {
                List<String> command = new ArrayList<>(List.of("unshare", "-U", "--"));
                command.addAll(program);
                yield command;
            }
        };
    }

    private boolean works() {
        try {
            return Program.run(command(List.of("true")), Map.of(), "").succeeded();
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
