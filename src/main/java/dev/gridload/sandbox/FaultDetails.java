package dev.gridload.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a script may say about a fault beside its kind and aim; each kind reads its own part.
 *
 * @param status of a made-up answer
 * @param code in that answer, or of a row's or an entry's error
 * @param message beside the code
 * @param body what a made-up answer consists of
 * @param retryAfter the header as it is to be sent; empty for none
 * @param retryAfterDate seconds from now for the header as an HTTP date; -1 for none
 * @param time how long something lasts; null for ever or for the kind's own default
 * @param rows how many rows or entries; -1 for the kind's own default
 * @param member of an answer
 * @param jobStatus a job's status; empty for the kind's own default
 * @param accountStatus an account's first status
 * @param answered which of two jobs is answered, 1 or 2
 */
record FaultDetails(
        int status,
        String code,
        String message,
        Body body,
        String retryAfter,
        int retryAfterDate,
        @Nullable Duration time,
        int rows,
        String member,
        String jobStatus,
        String accountStatus,
        JobShape shape,
        RowNumbers numbers,
        int answered) {

    /** What a made-up answer consists of. */
    enum Body {
        /** Grid's own form of an error. */
        ERROR,
        /** A page of a proxy. */
        HTML,
        /** An error of more than ten million bytes. */
        HUGE,
        EMPTY
    }

    /** @throws Refusal when a member is not understood */
    static FaultDetails of(ObjectNode json) {
        int status = json.path("status").asInt(503);
        return new FaultDetails(
                status,
                json.path("code").asString(codeFor(status)),
                json.path("message").asString("This answer was scripted"),
                choice(Body.class, json, "body", Body.ERROR),
                Json.text(json, "retryAfter"),
                json.path("retryAfterDate").asInt(-1),
                duration(Json.text(json, "for")),
                json.path("rows").asInt(-1),
                json.path("member").asString("jobId"),
                Json.text(json, "jobStatus"),
                json.path("accountStatus").asString("PENDING"),
                choice(JobShape.class, json, "shape", JobShape.PUBLISHED),
                choice(RowNumbers.class, json, "numbers", RowNumbers.ONE_BASED),
                json.path("answered").asInt(1));
    }

    Duration timeOr(Duration otherwise) {
        return time == null ? otherwise : time;
    }

    int rowsOr(int otherwise) {
        return rows < 0 ? otherwise : rows;
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, ObjectNode json, String name, E otherwise) {
        String text = Json.text(json, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(choices, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid(name + " must be one of " + Arrays.toString(choices.getEnumConstants()));
        }
    }

    private static @Nullable Duration duration(String text) {
        try {
            return text.isEmpty() ? null : Duration.parse(text);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("for must be a duration of ISO 8601 such as PT30S");
        }
    }

    /** What Grid's published errors name for a status. */
    private static String codeFor(int status) {
        return switch (status) {
            case 400, 413, 415, 422 -> "INVALID_INPUT";
            case 401 -> "UNAUTHORIZED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 409 -> "CONFLICT";
            case 429 -> "RATE_LIMITED";
            case 501 -> "NOT_IMPLEMENTED";
            case 503 -> "SERVICE_UNAVAILABLE";
            default -> "INTERNAL_ERROR";
        };
    }
}
