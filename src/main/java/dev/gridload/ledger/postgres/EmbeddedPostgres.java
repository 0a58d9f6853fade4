package dev.gridload.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that gridload starts for itself, with its data in {@code home/postgres}: durable, reachable from this
 * machine only, by one role without special rights, with a password that only this user can read.
 *
 * <p>One process owns the server of a home: it starts it. Others may join meanwhile, see {@link #startOrJoin}. The last that
 * closes it stops it, whoever started it. There is no shutdown hook: everybody closes it, after everything that uses it. Where all
 * were killed, the next owner stops the server that was left behind and starts it anew; what was committed is there.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration JOIN = Duration.ofSeconds(60);
    private static final Duration JOIN_POLL = Duration.ofMillis(50);

    private final PostgresHome home;
    private final Login login;
    /** Null where another process was its owner when we joined. */
    private final @Nullable OwnerLock lock;

    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(PostgresHome home, Login login, @Nullable OwnerLock lock) {
        this.home = home;
        this.login = login;
        this.lock = lock;
    }

    /**
     * Starts the server as its owner. The first start unpacks the programs and creates the database; a start after a
     * crash waits for recovery, up to five minutes.
     *
     * @param home {@code $GRIDLOAD_HOME}; made if missing
     * @throws DatabaseUnavailable when another process owns it, or when it cannot be started
     */
    public static EmbeddedPostgres start(Path home) {
        PostgresHome postgres = PostgresHome.in(home);
        return OwnerLock.tryAcquire(postgres)
                .map(lock -> own(postgres, lock))
                .orElseThrow(() -> new DatabaseUnavailable(
                        "PostgreSQL is already in use by " + OwnerLock.holder(postgres),
                        postgres.root(),
                        "Wait for it to end, or " + DatabaseUnavailable.ELSEWHERE + "."));
    }

    /**
     * Starts the server, or joins the one that another live gridload owns, waiting up to a minute for it to get ready. It runs
     * until the last of them closes it.
     *
     * @param home {@code $GRIDLOAD_HOME}; made if missing
     * @throws DatabaseUnavailable when it can neither be started nor joined
     */
    public static EmbeddedPostgres startOrJoin(Path home) {
        PostgresHome postgres = PostgresHome.in(home);
        long started = System.nanoTime();
        try {
            while (System.nanoTime() - started < JOIN.toNanos()) {
                Optional<OwnerLock> lock = OwnerLock.tryAcquire(postgres);
                if (lock.isPresent()) {
                    return own(postgres, lock.get());
                }
                Optional<Login> joined = join(postgres);
                if (joined.isPresent()) {
                    return new EmbeddedPostgres(postgres, joined.get(), null);
                }
                Server.pause(JOIN_POLL);
            }
        } catch (IOException cause) {
            throw DatabaseUnavailable.cannotUse(postgres.root(), cause);
        }
        throw new DatabaseUnavailable(
                "PostgreSQL is owned by " + OwnerLock.holder(postgres) + " and not ready after " + JOIN.toSeconds()
                        + " s",
                postgres.root(),
                "Wait and try again, or " + DatabaseUnavailable.ELSEWHERE + ".");
    }

    /** For {@code DriverManager} and pools; the port is another one after every start. */
    public String jdbcUrl() {
        return login.url();
    }

    /** The one role; it owns the database and is no superuser. */
    public String user() {
        return Cluster.ROLE;
    }

    /** Secret: never print or log it. */
    public String password() {
        return login.password();
    }

    /** Whether no other process was its owner when this one came. */
    public boolean isOwner() {
        return lock != null;
    }

    /**
     * Stops the server if nobody else uses it: open transactions are rolled back, everything else is written, up to a minute. A
     * server that takes longer goes on stopping by itself, and the next start waits for it. Further calls do nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            Users users = Users.of(home);
            users.leave();
            Optional<OwnerLock> held = lock == null ? OwnerLock.tryAcquire(home) : Optional.of(lock);
            while (held.isPresent()) {
                stopUnlessUsed(home, users, held.get());
                // Whoever else left just now may have found the lock taken, and have left the server to us.
                held = isLeft(users) ? OwnerLock.tryAcquire(home) : Optional.empty();
            }
        } catch (IOException cause) {
            LOG.warn("PostgreSQL could not be told to stop", cause);
        }
    }

    /** Whether a server runs that nobody uses. */
    private boolean isLeft(Users users) throws IOException {
        if (Postmaster.alive(home).isEmpty() || !users.tryClose()) {
            return false;
        }
        users.open();
        return true;
    }

    private static void stopUnlessUsed(PostgresHome home, Users users, OwnerLock held) throws IOException {
        try (held) {
            if (users.tryClose()) {
                try {
                    stop(home);
                } finally {
                    users.open();
                }
            }
        }
    }

    private static void stop(PostgresHome home) throws IOException {
        Optional<Postmaster> running = Postmaster.alive(home);
        Server server = new Server(home, Binaries.in(home), ServerUser.choose(home));
        if (running.isPresent() && !server.stop(running.get(), "fast")) {
            LOG.warn(
                    "PostgreSQL (process {}) is still stopping; the next start waits for it",
                    running.get().pid());
        }
    }

    /** With the server of a former owner that others still use, or else with a new one. */
    private static EmbeddedPostgres own(PostgresHome home, OwnerLock lock) {
        boolean alone = false;
        try {
            Users users = Users.of(home);
            alone = users.tryClose();
            Optional<Login> used = alone ? Optional.empty() : running(home);
            Login login = used.isPresent() ? used.get() : startServer(home);
            if (alone) {
                users.open();
                alone = false;
            }
            while (!users.tryEnter()) {
                Server.pause(JOIN_POLL);
            }
            return new EmbeddedPostgres(home, login, lock);
        } catch (IOException cause) {
            giveUp(home, alone, lock);
            throw DatabaseUnavailable.cannotUse(home.root(), cause);
        } catch (RuntimeException cause) {
            giveUp(home, alone, lock);
            throw cause;
        }
    }

    private static Login startServer(PostgresHome home) throws IOException {
        home.removeUnfinished();
        ServerUser user = ServerUser.choose(home);
        Binaries binaries = Binaries.in(home);
        new Cluster(home, binaries, user).createIfMissing();
        Postmaster running = new Server(home, binaries, user).start();
        try {
            Login login = new Login(running.port(), Cluster.password(home));
            login.refuseUnlessDurable(home);
            return login;
        } catch (IOException | RuntimeException cause) {
            stop(home);
            throw cause;
        }
    }

    private static void giveUp(PostgresHome home, boolean alone, OwnerLock lock) {
        // What a full disk left half-done would keep it full.
        home.removeUnfinished();
        try (lock) {
            if (alone) {
                Users.of(home).open();
            }
        } catch (IOException ignored) {
            // The descriptor is gone either way, and with it the lock.
        }
    }

    /** As one more of its users, once it answers. */
    private static Optional<Login> join(PostgresHome home) throws IOException {
        Users users = Users.of(home);
        if (!users.tryEnter()) {
            return Optional.empty();
        }
        Optional<Login> running = running(home);
        if (running.isEmpty()) {
            users.leave();
        }
        return running;
    }

    /** The server of another process, once it answers. */
    private static Optional<Login> running(PostgresHome home) throws IOException {
        Optional<Postmaster> server = Postmaster.alive(home).filter(Postmaster::ready);
        if (server.isEmpty() || !Files.exists(home.password())) {
            return Optional.empty();
        }
        Login login = new Login(server.get().port(), Cluster.password(home));
        try {
            login.connect().close();
            return Optional.of(login);
        } catch (SQLException notYetOrNoLonger) {
            return Optional.empty();
        }
    }
}
