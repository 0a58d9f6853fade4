package dev.gridload.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grid's answers, read leniently: both documented shapes of a job, unknown fields ignored, missing ones told apart. */
final class GridJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GridJson() {}

    /** The document, or null where the bytes are none. */
    static @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null || !node.isObject() ? null : node;
        } catch (JacksonException e) {
            return null;
        }
    }

    static @Nullable String text(@Nullable JsonNode node, String field) {
        JsonNode value = node == null ? null : node.get(field);
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }

    static JobAnswer job(JsonNode job) {
        String status = String.valueOf(text(job, "status"));
        JobAnswer.State state = switch (status) {
            case "PENDING", "PROCESSING" -> JobAnswer.State.RUNNING;
            case "COMPLETED" -> JobAnswer.State.COMPLETED;
            case "FAILED" -> JobAnswer.State.FAILED;
            default -> JobAnswer.State.UNKNOWN;
        };
        JsonNode progress = job.get("progress");
        List<JobAnswer.RowError> errors = new ArrayList<>();
        JsonNode list = job.get("errors");
        if (list != null && list.isArray()) {
            list.forEach(entry -> errors.add(rowError(entry)));
        }
        return new JobAnswer(
                state,
                status,
                count(progress, "total"),
                count(progress, "processed"),
                count(progress, "successful"),
                count(progress, "failed"),
                errors);
    }

    static GridAccount account(JsonNode account) {
        JsonNode info = account.path("accountInfo");
        return new GridAccount(
                String.valueOf(text(account, "id")),
                text(account, "status"),
                text(account, "currency"),
                GridAccount.fields(info));
    }

    private static JobAnswer.RowError rowError(JsonNode entry) {
        JsonNode inner = entry.get("error");
        JsonNode said = inner != null && inner.isObject() ? inner : entry;
        String correlation = text(entry, "correlationId");
        if (correlation == null) {
            correlation = text(entry, "platformCustomerId");
        }
        String code = text(said, "code");
        String message = text(said, "message");
        return new JobAnswer.RowError(
                correlation, code == null ? "UNNAMED" : code, message == null ? "Grid gave no reason" : message);
    }

    private static long count(@Nullable JsonNode progress, String field) {
        JsonNode value = progress == null ? null : progress.get(field);
        return value != null && value.isNumber() ? value.asLong() : -1;
    }
}
