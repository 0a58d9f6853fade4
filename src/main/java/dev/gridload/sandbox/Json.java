package dev.gridload.sandbox;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper: strict in what it reads, milliseconds in what it writes. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Json() {}

    static byte[] bytes(Consumer<JsonGenerator> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            body.accept(json);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    /** @throws Refusal when the bytes are no JSON object */
    static ObjectNode object(byte[] bytes) {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode node) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw Refusal.invalid("The body is not valid JSON");
        }
        throw Refusal.invalid("The body must be a JSON object");
    }

    /** The text at a name; empty where it is absent, null or no text. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    static String timestamp(long epochMillis) {
        return MILLISECONDS.format(Instant.ofEpochMilli(epochMillis));
    }
}
