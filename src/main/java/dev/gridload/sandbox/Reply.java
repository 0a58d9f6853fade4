package dev.gridload.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** An answer before it is sent; faults may still change it. */
final class Reply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Reply(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Reply json(int status, Consumer<JsonGenerator> body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    static Reply text(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    Reply withBody(byte[] newBody) {
        return new Reply(status, headers, newBody);
    }

    Reply withStatus(int newStatus) {
        return new Reply(newStatus, headers, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Not copied: nobody changes it. */
    byte[] body() {
        return body;
    }
}
