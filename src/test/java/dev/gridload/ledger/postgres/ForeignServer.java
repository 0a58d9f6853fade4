package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL as if it were somebody else's: always on one port, and down or up as a test wants it. */
public final class ForeignServer implements AutoCloseable {

    private static final int ATTEMPTS = 20;

    private final PostgresHome home;
    private final Path folder;
    private final ServerUser user;
    private final Binaries binaries;
    private final int port;

    private ForeignServer(Path folder) throws IOException {
        this.folder = folder;
        this.home = PostgresHome.in(folder);
        this.user = ServerUser.choose(home);
        this.binaries = Binaries.in(home);
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = probe.getLocalPort();
        }
    }

    /** Runs when this returns; its database has been migrated by nobody. */
    public static ForeignServer start(Path folder) throws IOException {
        ForeignServer server = new ForeignServer(TestHomes.used(folder));
        server.start();
        return server;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/gridload";
    }

    public String user() {
        return Cluster.ROLE;
    }

    public String password() {
        try {
            return Cluster.password(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it where it does not run. One that was only just killed may still seem to run for a moment. */
    public void start() throws IOException {
        Program last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (Postmaster.alive(home).filter(Postmaster::ready).isPresent()) {
                return;
            }
            last = pgCtl(
                    "start",
                    "-w",
                    "-p",
                    binaries.program("launch"),
                    "-l",
                    home.log().toString(),
                    "-o",
                    Settings.options(port));
            Server.pause(Duration.ofMillis(300));
        }
        throw new IllegalStateException(last == null ? "" : last.output());
    }

    /** As kill -9 of the server. */
    public void kill() throws IOException {
        killServerOf(folder);
    }

    /** @param mode fast, or immediate as SIGQUIT */
    public void stop(String mode) throws IOException {
        pgCtl("stop", "-w", "-m", mode);
    }

    /** As kill -9 of the server in a home, if one runs. */
    public static void killServerOf(Path home) throws IOException {
        Postmaster.alive(PostgresHome.in(home))
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    /** As SIGQUIT of the server in a home, if one runs. */
    public static void quitServerOf(Path home) throws IOException {
        var server = Postmaster.alive(PostgresHome.in(home));
        if (server.isPresent()) {
            Program.run(List.of("kill", "-QUIT", Long.toString(server.get().pid())), Map.of(), "");
        }
    }

    private Program pgCtl(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("pg_ctl"), "-D", home.data().toString()));
        command.addAll(List.of(arguments));
        return Program.run(user.command(command), Map.of(), "");
    }

    @Override
    public void close() throws IOException {
        stop("immediate");
        TestHomes.unlink(folder);
    }
}
