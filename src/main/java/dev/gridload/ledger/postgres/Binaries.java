package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** PostgreSQL's programs, unpacked once from our own class path into a folder that only we can write to. */
final class Binaries {

    /** The version on the class path (see pom.xml). Data of another major version cannot be read by it. */
    static final String VERSION = "18.4";

    static final String MAJOR = "18";

    /**
     * pg_ctl hands its parent's number to the server as one that a left-over postmaster.pid may name without meaning a
     * live server. When numbers have been given out anew (a restarted container), that is the number we have proven not
     * to be a server of this folder; PostgreSQL still checks its shared memory before it goes on.
     */
    private static final String LAUNCHER = """
            #!/bin/sh
            export PG_GRANDPARENT_PID="${GRIDLOAD_FORMER_PID:-$PG_GRANDPARENT_PID}"
            exec "${0%/*}/postgres" "$@"
            """;

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    static Binaries in(PostgresHome home) throws IOException {
        String platform = platform();
        Path folder = home.binaries(VERSION + "-" + platform);
        if (!Files.isDirectory(folder)) {
            Path unfinished = home.unfinished();
            try (InputStream archive = Binaries.class.getResourceAsStream("/postgres-" + platform + ".txz")) {
                if (archive == null) {
                    throw missing(platform, home);
                }
                Archive.unpack(archive, unfinished);
            }
            Path launcher = Files.writeString(unfinished.resolve("bin/launch"), LAUNCHER);
            Files.setPosixFilePermissions(launcher, PostgresHome.PRIVATE_FOLDER);
            Durable.force(launcher);
            Durable.publish(unfinished, folder, home.root());
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static DatabaseUnavailable missing(String platform, PostgresHome home) {
        return new DatabaseUnavailable(
                "This build of gridload carries no PostgreSQL for " + platform,
                home.root(),
                "Build gridload on this machine, or name a PostgreSQL with GRIDLOAD_DATABASE_URL.");
    }

    /** As in the names of the archives. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch");
        return switch (processor) {
            case "amd64", "x86_64" -> system + "-x86_64";
            case "aarch64" -> system + "-arm_64";
            default -> system + "-" + processor;
        };
    }
}
