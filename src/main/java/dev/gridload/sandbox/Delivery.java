package dev.gridload.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;

/** Sends an answer, well or badly. */
final class Delivery {

    static final int DRIP_MILLIS = 50;

    private static final int MISSING_BYTES = 100;

    private Delivery() {}

    static void whole(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body();
        begin(exchange, reply);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Closes the connection without a byte. */
    static void none(HttpExchange exchange) {
        exchange.close();
    }

    static void half(HttpExchange exchange, Reply reply) throws IOException {
        begin(exchange, reply);
        OutputStream out = exchange.getResponseBody();
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
        exchange.close();
    }

    /** The whole body, announced as longer; the end of the connection shows it. */
    static void tooShort(HttpExchange exchange, Reply reply) throws IOException {
        headers(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), reply.body().length + MISSING_BYTES);
        OutputStream out = exchange.getResponseBody();
        out.write(reply.body());
        out.flush();
        exchange.close();
    }

    static void malformed(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body();
        whole(exchange, reply.withBody(Arrays.copyOf(body, Math.max(0, body.length - 1))));
    }

    static void drip(HttpExchange exchange, Reply reply) throws IOException {
        begin(exchange, reply);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte value : reply.body()) {
                out.write(value);
                out.flush();
                Thread.sleep(DRIP_MILLIS);
            }
        } catch (InterruptedException closing) {
            throw new InterruptedIOException();
        }
    }

    private static void begin(HttpExchange exchange, Reply reply) throws IOException {
        headers(exchange, reply);
        int length = reply.body().length;
        exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    }

    private static void headers(HttpExchange exchange, Reply reply) {
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            exchange.getResponseHeaders().set(header.getKey(), header.getValue());
        }
    }
}
