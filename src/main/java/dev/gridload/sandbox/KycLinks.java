package dev.gridload.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** KYC links in both documented forms: the guides' GET by platform id, the published POST by Grid id. */
final class KycLinks {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final int REMEMBERED_KEYS = 1000;

    private final Customers customers;
    private final Numbering numbering;
    private final Clock clock;
    private final Map<String, Reply> byIdempotencyKey = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reply> eldest) {
            return size() > REMEMBERED_KEYS;
        }
    };

    KycLinks(World world) {
        this.customers = world.customers();
        this.numbering = world.numbering();
        this.clock = world.clock();
    }

    /** {@code GET /customers/kyc-link}: for the guides, this comes before the customer exists. */
    Reply beforeCreation(Call call) {
        if (!call.method().equals("GET")) {
            throw Refusal.method("GET");
        }
        String id = call.query("platformCustomerId");
        if (id.isEmpty() || call.query("redirectUri").isEmpty()) {
            throw Refusal.invalid("platformCustomerId and redirectUri are required");
        }
        call.about(id);
        String url = url(call.query("redirectUri"));
        return Reply.json(200, json -> {
            json.writeStartObject();
            json.writeStringProperty("kycUrl", url);
            json.writeStringProperty("platformCustomerId", id);
            json.writeEndObject();
        });
    }

    /** {@code POST /customers/{id}/kyc-link}. */
    Reply forCustomer(Call call, String customerId) {
        if (!call.method().equals("POST")) {
            throw Refusal.method("POST");
        }
        Customer customer = customers.numbered(numbering.customerNumber(customerId));
        if (customer == null || customer.deleted()) {
            throw Refusal.unknownCustomer();
        }
        call.about(customer.platformCustomerId());
        String redirect = Json.text(call.json(), "redirectUri");
        if (!redirect.isEmpty() && !redirect.startsWith("https://") && !redirect.startsWith("http://")) {
            throw Refusal.invalid("redirectUri must begin with https:// or http://");
        }
        String key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            return link(redirect);
        }
        synchronized (byIdempotencyKey) {
            return byIdempotencyKey.computeIfAbsent(customerId + " " + key, first -> link(redirect));
        }
    }

    private Reply link(String redirect) {
        long expires = clock.instant().plus(LIFE).toEpochMilli();
        return Reply.json(201, json -> {
            json.writeStartObject();
            json.writeStringProperty("kycUrl", url(redirect));
            json.writeStringProperty("expiresAt", Json.timestamp(expires));
            json.writeStringProperty("provider", "SUMSUB");
            json.writeStringProperty("token", "sandbox-" + UUID.randomUUID());
            json.writeEndObject();
        });
    }

    private static String url(String redirect) {
        String url = "https://kyc.sandbox.example/onboard/" + UUID.randomUUID();
        return redirect.isEmpty() ? url : url + "?redirectUri=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8);
    }
}
