package dev.gridload.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A local Grid with a memory: customers, bulk uploads and their jobs, external accounts, configuration and KYC links as
 * Grid's documents describe them. It listens on 127.0.0.1 only and forgets everything when closed.
 */
public final class Sandbox implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final World world;

    private Sandbox(HttpServer server, ExecutorService threads, World world) {
        this.server = server;
        this.threads = threads;
        this.world = world;
    }

    /**
     * Starts one; it is ready when this returns.
     *
     * @throws UncheckedIOException when the port is taken or the journal file cannot be written
     */
    public static Sandbox start(SandboxSettings settings) {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            // headers and body leave in two writes: without this each answer waits for a delayed acknowledgement
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        Numbering numbering = new Numbering();
        Journal journal = new Journal(numbering, settings.journalFile());
        World world = World.of(settings, numbering, journal);
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()), 0);
            ExecutorService threads = Executors.newCachedThreadPool(daemons());
            server.setExecutor(threads);
            server.createContext(
                    "/",
                    new Front(
                            new Routes(world, settings.jobShape()),
                            world,
                            new Credentials(settings.clientId(), settings.clientSecret())));
            server.start();
            return new Sandbox(server, threads, world);
        } catch (IOException notBound) {
            journal.close();
            throw new UncheckedIOException("port " + settings.port() + " on 127.0.0.1 cannot be opened", notBound);
        }
    }

    /** What Grid's paths are relative to, without a slash at its end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + Routes.GRID);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The record of requests and effects, with all jobs brought up to now. */
    public Journal journal() {
        world.jobs().advance();
        return world.journal();
    }

    /** Ends all exchanges at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        world.journal().close();
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "sandbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
