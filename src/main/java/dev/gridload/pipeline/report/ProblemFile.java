package dev.gridload.pipeline.report;

import dev.gridload.customer.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Every problem of one or more inputs, as CSV or as JSON lines. */
public abstract sealed class ProblemFile implements AutoCloseable {

    private static final List<String> COLUMNS = List.of(
            "file", "row", "line", "platformCustomerId", "column", "severity", "code", "message", "hint", "value");

    private ProblemFile() {}

    /** Writes to this file: JSON lines when its name ends in {@code .jsonl}, CSV otherwise. */
    public static ProblemFile at(Path file) {
        return file.toString().endsWith(".jsonl") ? new Lines(file) : new Csv(file);
    }

    /** Writes nothing. */
    public static ProblemFile none() {
        return new Nothing();
    }

    public abstract void add(String inputFile, Problem problem);

    /** Puts the file on the disk and gives it its name; without this, nothing is left behind. */
    public abstract void complete();

    @Override
    public abstract void close();

    private static List<String> cells(String inputFile, Problem problem) {
        return List.of(
                inputFile,
                Long.toString(problem.row()),
                Long.toString(problem.line()),
                orEmpty(problem.customerId()),
                orEmpty(problem.column()),
                problem.severity().name(),
                problem.code(),
                problem.message(),
                problem.hint(),
                orEmpty(problem.value()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static final class Csv extends ProblemFile {
        private final CsvResultFile file;

        Csv(Path path) {
            file = CsvResultFile.begin(path, Path.of(""), COLUMNS);
        }

        @Override
        public void add(String inputFile, Problem problem) {
            file.write(cells(inputFile, problem));
        }

        @Override
        public void complete() {
            file.finish();
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private static final class Lines extends ProblemFile {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private final ResultFile file;

        Lines(Path path) {
            file = ResultFile.begin(path, Path.of(""));
        }

        @Override
        public void add(String inputFile, Problem problem) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("file", inputFile);
            line.put("row", problem.row());
            line.put("line", problem.line());
            line.put("platformCustomerId", problem.customerId());
            line.put("column", problem.column());
            line.put("severity", problem.severity());
            line.put("code", problem.code());
            line.put("message", problem.message());
            line.put("hint", problem.hint());
            line.put("value", problem.value());
            file.write(JSON.writeValueAsString(line) + "\n");
        }

        @Override
        public void complete() {
            file.finish();
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private static final class Nothing extends ProblemFile {
        @Override
        public void add(String inputFile, Problem problem) {
            // Nobody asked for the file.
        }

        @Override
        public void complete() {
            // Nobody asked for the file.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
