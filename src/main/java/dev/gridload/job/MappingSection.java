package dev.gridload.job;

import dev.gridload.job.JobDefinition.Mapping;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The words of a mapping, in a job file or in a file of its own. */
final class MappingSection {

    private static final List<String> KEYS = List.of("renames", "constants", "values");

    private final Section section;
    private final Set<String> gridColumns;
    private final Mistakes mistakes;

    MappingSection(Section section, Set<String> gridColumns, Mistakes mistakes) {
        this.section = section;
        this.gridColumns = gridColumns;
        this.mistakes = mistakes;
    }

    Mapping read() {
        section.refuseOthers(KEYS);
        Map<String, String> renames = renames();
        Map<String, String> constants = constants(renames.values());
        return new Mapping(renames, constants, values());
    }

    private Map<String, String> renames() {
        Map<String, String> renames = new LinkedHashMap<>();
        Map<String, String> sourceOf = new LinkedHashMap<>();
        Section part = section.section("renames");
        each(part, (source, column) -> {
            renames.put(source, column);
            if (part == null || !known(part, source, column)) {
                return;
            }
            String other = sourceOf.putIfAbsent(column, source);
            if (other != null) {
                String message = "the column " + column + " is already filled from " + Expected.quoted(other);
                mistakes.add(part.mark(source), part.at(source), message, "Fill a Grid column from one source only.");
            }
        });
        return renames;
    }

    private Map<String, String> constants(Collection<String> renamed) {
        Map<String, String> constants = new LinkedHashMap<>();
        Section part = section.section("constants");
        each(part, (column, value) -> {
            constants.put(column, value);
            if (part != null && known(part, column, column) && renamed.contains(column)) {
                String message = "the column is also filled by renames";
                mistakes.add(part.mark(column), part.at(column), message, "Keep one of the two.");
            }
        });
        return constants;
    }

    private Map<String, Map<String, String>> values() {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        Section part = section.section("values");
        if (part == null) {
            return values;
        }
        for (String column : part.entries().keySet()) {
            known(part, column, column);
            Map<String, String> words = new LinkedHashMap<>();
            each(part.section(column), words::put);
            values.put(column, words);
        }
        return values;
    }

    private static void each(@Nullable Section part, BiConsumer<String, String> then) {
        if (part != null) {
            part.entries().keySet().forEach(key -> part.text(key, text -> then.accept(key, text)));
        }
    }

    private boolean known(Section part, String key, String column) {
        if (gridColumns.contains(column)) {
            return true;
        }
        mistakes.add(
                part.mark(key),
                part.at(key),
                Expected.quoted(column) + " is not a Grid column",
                Spelling.suggest(column, gridColumns, "Run gridload template for the columns there are."));
        return false;
    }
}
