package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The data folder: made once, in another place, and moved to its own when it is complete and on disk. */
final class Cluster {

    static final String ROLE = "gridload";

    private static final int PASSWORD_BYTES = 32;

    /** Only our role, only by password, only from here. The superuser has no way in at all. */
    private static final String ACCESS = "host all " + ROLE + " 127.0.0.1/32 scram-sha-256\n";

    private final PostgresHome home;
    private final Binaries binaries;
    private final ServerUser user;

    Cluster(PostgresHome home, Binaries binaries, ServerUser user) {
        this.home = home;
        this.binaries = binaries;
        this.user = user;
    }

    void createIfMissing() throws IOException {
        if (Files.exists(home.data())) {
            refuseOtherMajor();
        } else {
            create();
        }
    }

    static String password(PostgresHome home) throws IOException {
        return Files.readString(home.password()).strip();
    }

    private void create() throws IOException {
        Path data = home.unfinished();
        run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C",
                "--text-search-config=simple",
                "--auth=reject",
                "--no-instructions",
                "--no-sync"));
        Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
        Path passwordFile = data.resolve(home.password().getFileName());
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(PostgresHome.PRIVATE_FILE));
        String password = newPassword();
        Files.writeString(passwordFile, password + "\n");
        createRoleAndDatabase(data, password);
        // Only now, and for all of it at once: this is several times faster than a synced initdb.
        run(List.of(binaries.program("initdb"), "--pgdata=" + data, "--sync-only"));
        Durable.publish(data, home.data(), home.root());
    }

    /** By a server without a port, which reads statements from its input, one a line, and shuts down cleanly. */
    private void createRoleAndDatabase(Path data, String password) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(binaries.program("postgres"), "--single", "-D", data.toString()));
        for (String setting : Settings.DISCREET) {
            command.addAll(List.of("-c", setting));
        }
        // Stretching protects guessable passwords. Ours is not one, and every connection would pay for it.
        command.addAll(List.of("-c", "scram_iterations=1", "postgres"));
        Program made = run(command, """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(ROLE, password));
        if (made.output().contains("ERROR:")) {
            throw failed(made);
        }
    }

    private void run(List<String> program) throws IOException {
        run(program, "");
    }

    private Program run(List<String> program, String input) throws IOException {
        Program run = Program.run(user.command(program), Map.of(), input);
        if (!run.succeeded()) {
            throw failed(run);
        }
        return run;
    }

    private DatabaseUnavailable failed(Program program) {
        return new DatabaseUnavailable(
                "The database could not be created: " + program.complaint(),
                home.data(),
                "Make sure that 500 MB are free there, or " + DatabaseUnavailable.ELSEWHERE + ".");
    }

    private void refuseOtherMajor() throws IOException {
        Path versionFile = home.data().resolve("PG_VERSION");
        String major = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "unknown";
        if (!major.equals(Binaries.MAJOR)) {
            throw new DatabaseUnavailable(
                    "The data was written by PostgreSQL " + major + ", and this gridload carries PostgreSQL "
                            + Binaries.VERSION + ". Nothing was changed",
                    home.data(),
                    "Use the gridload that wrote it, or " + DatabaseUnavailable.ELSEWHERE + ".");
        }
        if (!Files.exists(home.password())) {
            throw new DatabaseUnavailable(
                    "The file with the password of the database is missing. Nothing was changed",
                    home.password(),
                    "Restore it from a copy, or " + DatabaseUnavailable.ELSEWHERE + ".");
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new String(Base64.getUrlEncoder().withoutPadding().encode(random), StandardCharsets.US_ASCII);
    }
}
