package dev.gridload.grid;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends a request once and reads its whole answer. Safe for use by several threads. */
final class Exchanges {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    static {
        // A connection that lay idle may have been closed by the other side just now: a POST on it would be in doubt.
        if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
            System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool(Exchanges::thread);

    /**
     * The client's own timeout ends with the answer's headers; this one holds for the body too. Its asynchronous call would do
     * the same but ends in the JVM's common pool, which is one thread on a small machine and may be busy with anything.
     */
    HttpResponse<byte[]> send(HttpRequest request, Duration timeout, RateLimit.Turn turn) throws IOException {
        Future<HttpResponse<byte[]>> exchange = threads.submit(() -> http.send(request, status -> {
            // Whoever waits for the answer is woken later than it came.
            turn.answered();
            return HttpResponse.BodySubscribers.ofByteArray();
        }));
        try {
            return exchange.get(timeout.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw asIoException(e.getCause(), request);
        } finally {
            turn.answered();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "grid-exchange");
        thread.setDaemon(true);
        return thread;
    }

    private static IOException asIoException(@Nullable Throwable cause, HttpRequest request) {
        if (cause instanceof UnresolvedAddressException) {
            return new UnknownHostException(request.uri().getHost());
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
