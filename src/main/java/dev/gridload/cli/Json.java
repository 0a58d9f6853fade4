package dev.gridload.cli;

import dev.gridload.customer.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one document that a command prints for machines. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    static String document(Object value) {
        return MAPPER.writeValueAsString(value) + "\n";
    }

    static Map<String, @Nullable Object> kind(ProblemTally.Group group) {
        Problem example = group.example();
        Map<String, @Nullable Object> kind = new LinkedHashMap<>();
        kind.put("severity", example.severity());
        kind.put("code", example.code());
        kind.put("column", example.column());
        kind.put("times", group.times());
        kind.put("firstRow", example.row());
        kind.put("message", example.message());
        kind.put("hint", example.hint());
        return kind;
    }
}
