package dev.gridload.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a line that {@link BulkCsv} wrote; nothing else. */
final class CsvLine {

    private CsvLine() {}

    /** The fields of a line that are not empty, by their names in the header. */
    static Map<String, String> values(String header, String line) {
        List<String> names = fields(header);
        List<String> fields = fields(line);
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                values.put(names.get(i), fields.get(i));
            }
        }
        return values;
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"') {
                at = quoted(line, at + 1, field);
            } else {
                int end = line.indexOf(',', at);
                end = end < 0 ? line.length() : end;
                field.append(line, at, end);
                at = end;
            }
            fields.add(field.toString());
            if (at >= line.length()) {
                return fields;
            }
            at++;
        }
    }

    private static int quoted(String line, int from, StringBuilder field) {
        int at = from;
        while (true) {
            char c = line.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return at;
            }
        }
    }
}
