package dev.gridload.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that Grid answers with an error of its documented shape. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;
    private final transient List<FieldError> errors;
    private final @Nullable String allow;

    private Refusal(int status, String code, String text, List<FieldError> errors, @Nullable String allow) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.errors = List.copyOf(errors);
        this.allow = allow;
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, List.of(), null);
    }

    static Refusal invalid(String message) {
        return of(400, "INVALID_INPUT", message);
    }

    static Refusal invalid(List<FieldError> errors) {
        return new Refusal(400, "INVALID_INPUT", "The request has invalid fields", errors, null);
    }

    static Refusal conflict(String message) {
        return of(409, "CONFLICT", message);
    }

    static Refusal unknownCustomer() {
        return of(404, "USER_NOT_FOUND", "Customer not found");
    }

    static Refusal unknownPath() {
        return of(404, "NOT_FOUND", "There is nothing at this path");
    }

    static Refusal method(String allowed) {
        return new Refusal(
                405, "METHOD_NOT_ALLOWED", "The HTTP method is not supported for this endpoint", List.of(), allowed);
    }

    Reply reply() {
        Reply reply = Reply.json(status, json -> {
            json.writeStartObject();
            json.writeNumberProperty("status", status);
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", text);
            if (!errors.isEmpty()) {
                json.writeObjectPropertyStart("details");
                json.writeArrayPropertyStart("errors");
                errors.forEach(error -> error.writeTo(json));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndObject();
        });
        if (status == 401) {
            return reply.withHeader("WWW-Authenticate", "Basic realm=\"grid\"");
        }
        return allow == null ? reply : reply.withHeader("Allow", allow);
    }
}
