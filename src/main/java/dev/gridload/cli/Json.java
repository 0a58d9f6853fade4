package dev.gridload.cli;

import dev.gridload.customer.Problem;
import dev.gridload.pipeline.read.Dialect;
import dev.gridload.pipeline.report.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** What was found in each file. */
    static String ofFiles(String command, List<Map<String, @Nullable Object>> files) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", command);
        document.put("files", files);
        return document(document);
    }

    static Map<String, @Nullable Object> kind(ProblemKind of) {
        Problem example = of.example();
        Map<String, @Nullable Object> kind = new LinkedHashMap<>();
        kind.put("severity", example.severity());
        kind.put("code", example.code());
        kind.put("column", example.column());
        kind.put("times", of.times());
        kind.put("firstRow", example.row());
        kind.put("firstRows", of.firstRows());
        kind.put("value", example.value());
        kind.put("message", example.message());
        kind.put("hint", example.hint());
        return kind;
    }

    /** How an input was read. */
    static Map<String, @Nullable Object> reading(Dialect dialect, List<String> notes) {
        Map<String, @Nullable Object> reading = new LinkedHashMap<>();
        reading.put("charset", dialect.original().name());
        reading.put("delimiter", dialect.sheet() ? null : String.valueOf(dialect.delimiter()));
        reading.put("byteOrderMark", dialect.bom());
        reading.put("notes", notes);
        return reading;
    }
}
