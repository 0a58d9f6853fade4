package dev.gridload.sandbox;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One request as the endpoints see it. */
final class Call {

    private static final int JSON_LIMIT = 16 << 20;

    private final long sequence;
    private final String method;
    private final URI uri;
    private final Headers headers;
    private final MeteredBody body;
    private final Map<String, String> query;
    private @Nullable ObjectNode json;
    private @Nullable String subject;

    Call(long sequence, String method, URI uri, Headers headers, MeteredBody body) {
        this.sequence = sequence;
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.query = parse(uri.getRawQuery());
    }

    /** Counts every request from 1. */
    long sequence() {
        return sequence;
    }

    String method() {
        return method;
    }

    String path() {
        return uri.getPath();
    }

    /** The decoded parts of the path behind a prefix; empty when the path is not below it. */
    List<String> below(String prefix) {
        String path = uri.getRawPath();
        if (!path.startsWith(prefix + "/")) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.substring(prefix.length() + 1).split("/", -1)) {
            parts.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return parts;
    }

    /** A query parameter; empty when absent. */
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    /** A header; empty when absent. */
    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    MeteredBody body() {
        return body;
    }

    /** The same object each time. @throws Refusal when the body is no JSON object */
    ObjectNode json() {
        if (json == null) {
            json = readJson();
        }
        return json;
    }

    private ObjectNode readJson() {
        try {
            byte[] bytes = body.readNBytes(JSON_LIMIT + 1);
            if (bytes.length > JSON_LIMIT) {
                throw Refusal.of(413, "INVALID_INPUT", "The body is too large");
            }
            return bytes.length == 0 ? Json.empty() : Json.object(bytes);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Names the customer this request is about, for the journal. */
    void about(String platformCustomerId) {
        if (!platformCustomerId.isEmpty()) {
            subject = platformCustomerId;
        }
    }

    @Nullable
    String subject() {
        return subject;
    }

    private static Map<String, String> parse(@Nullable String raw) {
        Map<String, String> values = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.put(decode(name), decode(value));
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
