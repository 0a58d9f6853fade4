package dev.gridload.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM: the first asks to stop at the next safe point, the second ends the process at once, and so does the end of
 * our patience. Either is safe, the ledger sees to that. Reached by reflection, because the compiler refuses the JDK's signal class as one of its own.
 */
final class StopSignal {

    /** Whoever sent the signal may kill the process after 25 s; it ends by its own will before that. */
    private static final Duration PATIENCE = Duration.ofSeconds(24);

    private final Runnable stop;
    private final Supplier<String> next;
    private final Terminal terminal;
    private final AtomicInteger times = new AtomicInteger();

    private StopSignal(Runnable stop, Supplier<String> next, Terminal terminal) {
        this.stop = stop;
        this.next = next;
        this.terminal = terminal;
    }

    /**
     * @param stop asks for the stop; must not wait for it
     * @param next how to take up again what is ended at once; empty where there is nothing
     */
    static void onFirst(Runnable stop, Supplier<String> next, Terminal terminal) {
        listen(new StopSignal(stop, next, terminal)::received);
    }

    private void received() {
        if (times.incrementAndGet() == 1) {
            terminal.say();
            terminal.say("Stopping at the next safe point; once more to end at once.");
            Thread watchdog = new Thread(this::endWhenOutOfPatience, "stop-watchdog");
            watchdog.setDaemon(true);
            watchdog.start();
            stop.run();
        } else {
            end("Ended at once.");
        }
    }

    private void endWhenOutOfPatience() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            end("No safe point was reached within " + PATIENCE.toSeconds() + " s; ended at once.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(String how) {
        String command = next.get();
        terminal.say(how + (command.isEmpty() ? "" : " Nothing is lost. " + command));
        Runtime.getRuntime().halt(ExitCode.UNFINISHED.number());
    }

    private static void listen(Runnable received) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    received.run();
                    return null;
                }
                return method.getName().equals("equals") ? proxy == arguments[0] : System.identityHashCode(proxy);
            };
            Object own = Proxy.newProxyInstance(StopSignal.class.getClassLoader(), new Class<?>[] {handler}, calls);
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : new String[] {"INT", "TERM"}) {
                handle.invoke(null, signal.getConstructor(String.class).newInstance(name), own);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LoggerFactory.getLogger(StopSignal.class)
                    .warn("signals are left to the JVM: {}", e.getClass().getSimpleName());
        }
    }
}
