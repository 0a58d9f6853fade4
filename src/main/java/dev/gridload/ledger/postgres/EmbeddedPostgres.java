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
 * <p>One process owns the server of a home: it starts it, and its {@link #close} stops it. Others may join meanwhile, see
 * {@link #startOrJoin}. There is no shutdown hook: the owner closes it, after everything that uses it. When the owner is
 * killed, the next owner stops the server that was left behind and starts it anew; what was committed is there.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration JOIN = Duration.ofSeconds(60);
    private static final Duration JOIN_POLL = Duration.ofMillis(50);

    private final Login login;
    private final @Nullable Ownership ownership;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(Login login, @Nullable Ownership ownership) {
        this.login = login;
        this.ownership = ownership;
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
     * Starts the server, or joins the one that another live gridload owns, waiting up to a minute for it to get ready.
     * {@link #close} on a joined server stops nothing. When its owner ends first, the server ends too: open connections
     * break, and whoever joined has to call this again.
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
                Optional<Login> running = running(postgres);
                if (running.isPresent()) {
                    return new EmbeddedPostgres(running.get(), null);
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

    /** Whether {@link #close} stops the server. */
    public boolean isOwner() {
        return ownership != null;
    }

    /**
     * Stops the server if we own it: open transactions are rolled back, everything else is written, up to a minute. A
     * server that takes longer goes on stopping by itself, and the next start waits for it. Further calls do nothing.
     */
    @Override
    public void close() {
        if (ownership == null || !closed.compareAndSet(false, true)) {
            return;
        }
        ownership.release();
    }

    private static EmbeddedPostgres own(PostgresHome home, OwnerLock lock) {
        Ownership ownership = null;
        try {
            home.removeUnfinished();
            ServerUser user = ServerUser.choose(home);
            Binaries binaries = Binaries.in(home);
            new Cluster(home, binaries, user).createIfMissing();
            Server server = new Server(home, binaries, user);
            Postmaster running = server.start();
            ownership = new Ownership(lock, server, running);
            Login login = new Login(running.port(), Cluster.password(home));
            login.refuseUnlessDurable(home);
            return new EmbeddedPostgres(login, ownership);
        } catch (IOException cause) {
            giveUp(home, ownership, lock);
            throw DatabaseUnavailable.cannotUse(home.root(), cause);
        } catch (RuntimeException cause) {
            giveUp(home, ownership, lock);
            throw cause;
        }
    }

    private static void giveUp(PostgresHome home, @Nullable Ownership ownership, OwnerLock lock) {
        if (ownership == null) {
            // What a full disk left half-done would keep it full.
            home.removeUnfinished();
            lock.close();
        } else {
            ownership.release();
        }
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

    private record Ownership(OwnerLock lock, Server server, Postmaster running) {

        void release() {
            try {
                if (!server.stop(running, "fast")) {
                    LOG.warn("PostgreSQL (process {}) is still stopping; the next start waits for it", running.pid());
                }
            } catch (IOException cause) {
                LOG.warn("PostgreSQL (process {}) could not be told to stop", running.pid(), cause);
            } finally {
                lock.close();
            }
        }
    }
}
