package dev.gridload.sandbox;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/** A journal entry as one line of JSON. */
final class JournalLine {

    private JournalLine() {}

    static String of(Journal.Exchange exchange) {
        return new String(Json.bytes(json -> write(json, exchange)), StandardCharsets.UTF_8);
    }

    static String of(Journal.Effect effect) {
        return new String(Json.bytes(json -> write(json, effect)), StandardCharsets.UTF_8);
    }

    static void write(JsonGenerator json, Journal.Exchange exchange) {
        json.writeStartObject();
        json.writeNumberProperty("sequence", exchange.sequence());
        json.writeStringProperty("time", Json.timestamp(exchange.time().toEpochMilli()));
        json.writeStringProperty("method", exchange.method());
        json.writeStringProperty("path", exchange.path());
        if (exchange.subject() != null) {
            json.writeStringProperty("subject", exchange.subject());
        }
        json.writeNumberProperty("status", exchange.status());
        json.writeNumberProperty("bodyBytes", exchange.bodyBytes());
        json.writeStringProperty("bodySha256", exchange.bodySha256());
        json.writeStringProperty("answered", Json.timestamp(exchange.answered().toEpochMilli()));
        if (exchange.retryAfter() != null) {
            json.writeStringProperty(
                    "retryAfter", Json.timestamp(exchange.retryAfter().toEpochMilli()));
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Journal.Effect effect) {
        json.writeStartObject();
        json.writeStringProperty("effect", effect.kind().name());
        json.writeStringProperty("platformCustomerId", effect.platformCustomerId());
        if (!effect.gridId().isEmpty()) {
            json.writeStringProperty("gridId", effect.gridId());
        }
        json.writeNumberProperty("request", effect.request());
        json.writeEndObject();
    }
}
