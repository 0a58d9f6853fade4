package dev.gridload.sandbox;

import java.util.List;

/** {@code /sandbox}: what Grid itself does not have. No credentials, since only this machine can reach it. */
final class AdminEndpoints {

    private final World world;

    AdminEndpoints(World world) {
        this.world = world;
    }

    Reply handle(Call call, List<String> parts) {
        world.jobs().advance();
        if (parts.equals(List.of("journal"))) {
            return get(call, journal());
        }
        if (parts.equals(List.of("stats"))) {
            return get(call, stats());
        }
        if (parts.equals(List.of("faults"))) {
            if (!call.method().equals("POST")) {
                throw Refusal.method("POST");
            }
            world.faults().replace(call.json());
            return Reply.empty(204);
        }
        throw Refusal.unknownPath();
    }

    private static Reply get(Call call, Reply reply) {
        if (!call.method().equals("GET")) {
            throw Refusal.method("GET");
        }
        return reply;
    }

    private Reply journal() {
        return Reply.json(200, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("exchanges");
            world.journal().exchanges().forEach(exchange -> JournalLine.write(json, exchange));
            json.writeEndArray();
            json.writeArrayPropertyStart("effects");
            world.journal().effects().forEach(effect -> JournalLine.write(json, effect));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private Reply stats() {
        return Reply.json(200, json -> {
            json.writeStartObject();
            json.writeNumberProperty("requests", world.journal().exchangeCount());
            json.writeNumberProperty("customers", world.customers().activeCount());
            json.writeNumberProperty("accounts", world.accounts().count());
            json.writeNumberProperty("jobs", world.jobs().count());
            json.writeObjectPropertyStart("effects");
            for (Journal.EffectKind kind : Journal.EffectKind.values()) {
                json.writeNumberProperty(kind.name(), world.journal().count(kind));
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
