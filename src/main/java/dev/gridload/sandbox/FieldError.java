package dev.gridload.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One field that Grid refuses.
 *
 * @param field path with dots
 * @param constraintName {@code pattern}, {@code format} or {@code enum}; null where nothing documented applies
 */
record FieldError(
        String field,
        @Nullable String constraintName,
        @Nullable String constraint,
        String message) {

    static FieldError missing(String field) {
        return new FieldError(field, null, null, field + " is required");
    }

    static FieldError pattern(String field, String pattern) {
        return new FieldError(field, "pattern", "^(" + pattern + ")$", field + " does not match the required pattern");
    }

    static FieldError format(String field, String format) {
        return new FieldError(field, "format", format, field + " is not a valid " + format);
    }

    static FieldError choice(String field, String commaSeparated) {
        return new FieldError(field, "enum", commaSeparated, field + " must be one of " + commaSeparated);
    }

    void writeTo(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("field", field);
        if (constraintName != null && constraint != null) {
            json.writeObjectPropertyStart("constraint");
            if (constraintName.equals("enum")) {
                json.writeArrayPropertyStart("enum");
                for (String value : constraint.split(",", -1)) {
                    json.writeString(value);
                }
                json.writeEndArray();
            } else {
                json.writeStringProperty(constraintName, constraint);
            }
            json.writeEndObject();
        }
        json.writeStringProperty("message", message);
        json.writeEndObject();
    }
}
