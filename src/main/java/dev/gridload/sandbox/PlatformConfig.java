package dev.gridload.sandbox;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /config}: what the platform supports. Begins regulated, with the currencies of the guides' accounts. */
final class PlatformConfig {

    private static final String UMA_DOMAIN = "sandbox.example";
    private static final List<String> CURRENCIES = List.of("USD", "MXN", "BRL", "EUR", "INR", "BTC", "USDC");
    private static final List<String> REQUIRED = List.of("FULL_NAME", "BIRTH_DATE");

    private ObjectNode config;

    PlatformConfig(Numbering numbering, Instant now) {
        this.config = Json.object(Json.bytes(json -> begin(json, numbering.config(), now)));
    }

    synchronized String umaDomain() {
        return Json.text(config, "umaDomain");
    }

    synchronized Reply handle(Call call, Instant now) {
        return switch (call.method()) {
            case "GET" -> answer();
            case "PATCH" -> {
                change(call.json(), now);
                yield answer();
            }
            default -> throw Refusal.method("GET, PATCH");
        };
    }

    /** @throws Refusal when a currency the customer names needs a field that is not there */
    synchronized void requireCustomerFields(ObjectNode customer) {
        JsonNode named = customer.get("currencies");
        if (named == null || !named.isArray()) {
            return;
        }
        for (JsonNode supported : config.path("supportedCurrencies")) {
            String code = Json.text(supported, "currencyCode");
            boolean used = false;
            for (JsonNode name : named) {
                used |= name.isString() && name.stringValue().equals(code);
            }
            for (JsonNode field : supported.path("providerRequiredCustomerFields")) {
                if (used && RequiredCustomerField.missing(field.asString(), customer)) {
                    throw Refusal.of(400, "MISSING_MANDATORY_USER_INFO", field.asString() + " is required for " + code);
                }
            }
        }
    }

    private Reply answer() {
        return Reply.json(200, json -> json.writeTree(config));
    }

    private void change(ObjectNode request, Instant now) {
        ObjectNode next = config.deepCopy();
        for (String name : List.of("umaDomain", "webhookEndpoint")) {
            JsonNode value = request.get(name);
            if (value != null) {
                if (!value.isString() || value.stringValue().isBlank()) {
                    throw Refusal.invalid(List.of(FieldError.format(name, "string")));
                }
                next.set(name, value);
            }
        }
        JsonNode currencies = request.get("supportedCurrencies");
        if (currencies != null) {
            next.set("supportedCurrencies", withReadOnlyFields(currencies));
        }
        for (String name : List.of("embeddedWalletConfig", "cardTokenization2faConfig")) {
            JsonNode value = request.get(name);
            if (value != null) {
                next.set(name, value);
            }
        }
        next.put("updatedAt", Json.timestamp(now.toEpochMilli()));
        config = next;
    }

    /** The provider's requirements are not the platform's to change. */
    private ArrayNode withReadOnlyFields(JsonNode currencies) {
        if (!(currencies instanceof ArrayNode asked)) {
            throw Refusal.invalid(List.of(FieldError.format("supportedCurrencies", "array")));
        }
        ArrayNode merged = asked.deepCopy();
        for (JsonNode entry : merged) {
            String code = Json.text(entry, "currencyCode");
            if (!(entry instanceof ObjectNode currency) || code.isEmpty()) {
                throw Refusal.invalid(List.of(FieldError.missing("supportedCurrencies.currencyCode")));
            }
            currency.remove("providerRequiredCustomerFields");
            for (JsonNode old : config.path("supportedCurrencies")) {
                if (Json.text(old, "currencyCode").equals(code) && old.has("providerRequiredCustomerFields")) {
                    currency.set("providerRequiredCustomerFields", old.get("providerRequiredCustomerFields"));
                }
            }
        }
        return merged;
    }

    private static void begin(JsonGenerator json, String id, Instant now) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("umaDomain", UMA_DOMAIN);
        json.writeArrayPropertyStart("supportedCurrencies");
        CURRENCIES.forEach(code -> currency(json, code));
        json.writeEndArray();
        json.writeBooleanProperty("isRegulatedFinancialInstitution", true);
        json.writeStringProperty("createdAt", Json.timestamp(now.toEpochMilli()));
        json.writeStringProperty("updatedAt", Json.timestamp(now.toEpochMilli()));
        json.writeEndObject();
    }

    private static void currency(JsonGenerator json, String code) {
        json.writeStartObject();
        json.writeStringProperty("currencyCode", code);
        json.writeNumberProperty("minAmount", 1);
        json.writeNumberProperty("maxAmount", 100_000_000);
        json.writeArrayPropertyStart("requiredCounterpartyFields");
        json.writeEndArray();
        json.writeArrayPropertyStart("providerRequiredCustomerFields");
        REQUIRED.forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("enabledTransactionTypes");
        json.writeString("OUTGOING");
        json.writeString("INCOMING");
        json.writeEndArray();
        json.writeEndObject();
    }
}
