package dev.gridload.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A fault of one call as it happens. */
final class Mishap {

    private static final Duration HANG = Duration.ofMinutes(1);
    private static final int HUGE = 10 << 20;
    private static final Reply NONE = Reply.empty(0);

    private final Fault<CallFault> fault;
    private final Instant now;

    Mishap(Fault<CallFault> fault, Instant now) {
        this.fault = fault;
        this.now = now;
    }

    /** The call as the endpoints answer it. */
    interface Work {
        Reply answer() throws IOException;
    }

    /** Does what the fault allows of the work; the answer that is to be sent, with status 0 for none. */
    Reply happen(Work work) throws IOException {
        return switch (fault.kind()) {
            case ANSWER_BEFORE_EFFECT -> scripted();
            case ANSWER_AFTER_EFFECT -> {
                work.answer();
                yield scripted();
            }
            case CLOSE_BEFORE_BODY, CLOSE_BEFORE_EFFECT -> NONE;
            case CLOSE_AFTER_EFFECT -> {
                work.answer();
                yield NONE;
            }
            case HANG_BEFORE_EFFECT -> {
                hang();
                yield work.answer();
            }
            case HANG_AFTER_EFFECT, HALF_ANSWER, MALFORMED_JSON, WRONG_LENGTH, SLOW_DRIP -> work.answer();
            case OTHER_STATUS -> work.answer().withStatus(fault.details().status());
            case NULL_MEMBER -> withNull(work.answer());
            case UNKNOWN_MEMBERS -> withUnknown(work.answer());
        };
    }

    /** Whether the request's body is to be read to its end. */
    boolean readsBody() {
        return fault.kind() != CallFault.CLOSE_BEFORE_BODY;
    }

    void deliver(HttpExchange exchange, Reply reply) throws IOException {
        switch (fault.kind()) {
            case ANSWER_BEFORE_EFFECT,
                    ANSWER_AFTER_EFFECT,
                    HANG_BEFORE_EFFECT,
                    OTHER_STATUS,
                    NULL_MEMBER,
                    UNKNOWN_MEMBERS -> Delivery.whole(exchange, reply);
            case HANG_AFTER_EFFECT -> {
                hang();
                Delivery.whole(exchange, reply);
            }
            case CLOSE_BEFORE_BODY, CLOSE_BEFORE_EFFECT, CLOSE_AFTER_EFFECT -> Delivery.none(exchange);
            case HALF_ANSWER -> Delivery.half(exchange, reply);
            case MALFORMED_JSON -> Delivery.malformed(exchange, reply);
            case WRONG_LENGTH -> Delivery.tooShort(exchange, reply);
            case SLOW_DRIP -> Delivery.drip(exchange, reply);
        }
    }

    private Reply scripted() {
        FaultDetails details = fault.details();
        Reply reply = switch (details.body()) {
            case ERROR ->
                Refusal.of(details.status(), details.code(), details.message()).reply();
            case HTML -> Reply.text(details.status(), "text/html", "<html><body><h1>Bad Gateway</h1></body></html>\n");
            case HUGE ->
                Refusal.of(details.status(), details.code(), "x".repeat(HUGE)).reply();
            case EMPTY -> Reply.empty(details.status());
        };
        if (details.retryAfterDate() >= 0) {
            return reply.withHeader(
                    "Retry-After",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            now.plusSeconds(details.retryAfterDate()).atOffset(ZoneOffset.UTC)));
        }
        return details.retryAfter().isEmpty() ? reply : reply.withHeader("Retry-After", details.retryAfter());
    }

    private Reply withNull(Reply reply) {
        if (reply.body().length == 0) {
            return reply;
        }
        ObjectNode json = Json.object(reply.body());
        json.putNull(fault.details().member());
        return reply.withBody(Json.bytes(json));
    }

    private static Reply withUnknown(Reply reply) {
        if (reply.body().length == 0) {
            return reply;
        }
        ObjectNode json = Json.object(reply.body());
        json.findParents("id").forEach(Mishap::addUnknown);
        addUnknown(json);
        return reply.withBody(Json.bytes(json));
    }

    private static void addUnknown(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.put("notInTheDocuments", true);
            object.putObject("norThis").putArray("list").add(1);
        }
    }

    private void hang() throws IOException {
        try {
            Thread.sleep(fault.details().timeOr(HANG).toMillis());
        } catch (InterruptedException closing) {
            throw new InterruptedIOException();
        }
    }
}
