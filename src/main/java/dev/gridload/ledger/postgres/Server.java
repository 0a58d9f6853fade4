package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops the server of a home. Only the holder of its {@link OwnerLock} may. */
final class Server {

    private static final int ATTEMPTS = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    /** Recovery after a crash replays up to max_wal_size. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final String FORMER_SERVER = "lock file \"postmaster.pid\" already exists";
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final long LOG_LIMIT = 1 << 20;
    private static final int LOG_TAIL = 16_384;

    private final PostgresHome home;
    private final Binaries binaries;
    private final ServerUser user;

    Server(PostgresHome home, Binaries binaries, ServerUser user) {
        this.home = home;
        this.binaries = binaries;
        this.user = user;
    }

    /** Starts it afresh, after stopping a server that a killed gridload left behind (it may have older settings). */
    Postmaster start() throws IOException {
        stopOrphan();
        setOldLogAside();
        for (int attempt = 1; ; attempt++) {
            long logged = Files.exists(home.log()) ? Files.size(home.log()) : 0;
            Program start = launch(freePort());
            Optional<Postmaster> started = Postmaster.alive(home).filter(Postmaster::ready);
            if (start.succeeded() && started.isPresent()) {
                return started.get();
            }
            String log = tail(logged);
            if (attempt == ATTEMPTS || !mayPass(log)) {
                throw notStarted(start, log);
            }
            pause(BETWEEN_ATTEMPTS);
        }
    }

    /** True when it no longer runs. */
    boolean stop(Postmaster running, String mode) throws IOException {
        Optional<Postmaster> alive = Postmaster.alive(home);
        if (alive.isEmpty() || alive.get().pid() != running.pid()) {
            return true;
        }
        // It takes back its postmaster.pid, which is what pg_ctl waits for, as the last thing before it ends.
        return pgCtl(Map.of(), "stop", "-m", mode, "-w", "-t", seconds(STOP)).succeeded()
                || running.holder(home) != Postmaster.Holder.SERVER;
    }

    private void stopOrphan() throws IOException {
        Optional<Postmaster> orphan = Postmaster.alive(home);
        if (orphan.isPresent() && !stop(orphan.get(), "fast") && !stop(orphan.get(), "immediate")) {
            throw new DatabaseUnavailable(
                    "PostgreSQL was left running by a gridload that was killed, and does not stop: process "
                            + orphan.get().pid(),
                    home.data(),
                    "Wait for it to end and try again, or " + DatabaseUnavailable.ELSEWHERE + ".");
        }
    }

    private Program launch(int port) throws IOException {
        Map<String, String> environment = Postmaster.of(home)
                .filter(left -> left.holder(home) != Postmaster.Holder.UNKNOWN)
                .map(left -> Map.of("GRIDLOAD_FORMER_PID", Long.toString(left.pid())))
                .orElse(Map.of());
        return pgCtl(
                environment,
                "start",
                "-w",
                "-t",
                seconds(START),
                "-p",
                binaries.program("launch"),
                "-l",
                home.log().toString(),
                "-o",
                Settings.options(port));
    }

    private Program pgCtl(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("pg_ctl"), "-D", home.data().toString()));
        command.addAll(List.of(arguments));
        return Program.run(user.command(command), environment, "");
    }

    /** Reasons that go away by themselves: a server that is only just dying, or a port that was taken meanwhile. */
    private static boolean mayPass(String log) {
        return log.contains(FORMER_SERVER)
                || log.contains("shared memory block")
                || log.contains("could not bind")
                || log.contains("could not create any TCP/IP sockets");
    }

    private DatabaseUnavailable notStarted(Program start, String log) {
        String complaint = new Program(start.exit(), log.isBlank() ? start.output() : log).complaint();
        String next = complaint.contains(FORMER_SERVER)
                ? "Another process has the number of the former server; see " + home.log()
                        + " (in a container, start it with --init), or "
                : "See " + home.log() + ", make sure that the disk is not full, or ";
        return new DatabaseUnavailable(
                "PostgreSQL does not start: " + complaint, home.data(), next + DatabaseUnavailable.ELSEWHERE + ".");
    }

    /** Keeps the log bounded: this one and its predecessor. */
    private void setOldLogAside() throws IOException {
        if (Files.exists(home.log()) && Files.size(home.log()) > LOG_LIMIT) {
            Files.move(home.log(), home.log().resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String tail(long from) throws IOException {
        if (!Files.exists(home.log())) {
            return "";
        }
        try (FileChannel log = FileChannel.open(home.log(), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(LOG_TAIL);
            log.read(buffer, Math.max(from, log.size() - LOG_TAIL));
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
