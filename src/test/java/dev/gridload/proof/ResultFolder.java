package dev.gridload.proof;

import dev.gridload.proof.LedgerFacts.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The result files of one import, each with its rows behind the header.
 *
 * @param files by {@code success}, {@code failed} and {@code unprocessed}
 * @param leftOver names that should not be there
 */
record ResultFolder(Map<String, List<List<String>>> files, List<String> leftOver) {

    private static final List<String> SORTS = List.of("success", "failed", "unprocessed");
    private static final Set<String> IN_GRID = Set.of("CREATED", "ALREADY_EXISTED");

    static ResultFolder read(Path folder, long importId) {
        Map<String, List<List<String>>> files = new TreeMap<>();
        List<String> leftOver = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                String name = file.getFileName().toString();
                SORTS.stream()
                        .filter(sort -> name.endsWith("_" + importId + "_" + sort + ".csv") && !name.startsWith("."))
                        .forEach(sort -> files.put(sort, body(file)));
                if (name.startsWith(".")) {
                    leftOver.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ResultFolder(files, leftOver);
    }

    /** I4: together they hold every row once, in its order, with its fields as they came. */
    List<String> broken(InputFile input, LedgerFacts ledger) {
        List<String> broken = new ArrayList<>();
        leftOver.forEach(name -> broken.add("I4: " + name + " was left over"));
        for (String sort : SORTS) {
            List<List<String>> found = files.get(sort);
            if (found == null) {
                broken.add("I4: there is no file of " + sort + " rows");
                continue;
            }
            List<List<String>> wanted = ledger.rows().stream()
                    .filter(row -> sortOf(row).equals(sort)
                            && row.no() <= input.records().size())
                    .map(row -> told(row, input.records().get((int) row.no() - 1), sort))
                    .toList();
            List<List<String>> told = found.stream()
                    .map(row -> comparable(row, sort, input.header().size()))
                    .toList();
            compare(sort, wanted, told, broken);
        }
        return broken;
    }

    private static void compare(String sort, List<List<String>> wanted, List<List<String>> told, List<String> broken) {
        for (int i = 0; i < Math.max(wanted.size(), told.size()); i++) {
            List<String> want = i < wanted.size() ? wanted.get(i) : List.of("no further row");
            List<String> have = i < told.size() ? told.get(i) : List.of("no further row");
            if (!want.equals(have)) {
                broken.add("I4: row " + (i + 1) + " of the file of " + sort + " rows should be " + want + " and is "
                        + have);
                return;
            }
        }
    }

    private static String sortOf(Row row) {
        return switch (row.end()) {
            case "CREATED", "ALREADY_EXISTED" -> "success";
            case "FAILED", "NEEDS_OPERATOR", "REJECTED", "DUPLICATE" -> "failed";
            default -> "unprocessed";
        };
    }

    private static List<String> told(Row row, List<String> fields, String sort) {
        List<String> told = new ArrayList<>(fields);
        switch (sort) {
            case "success" -> told.addAll(0, List.of(String.valueOf(row.gridId()), row.told()));
            case "failed" -> told.add(Long.toString(row.no()));
            default -> {}
        }
        return told;
    }

    /** The parts that can be foretold: of a refusal only its row. */
    private static List<String> comparable(List<String> row, String sort, int columns) {
        return switch (sort) {
            case "success" ->
                Stream.concat(Stream.of(row.get(0), row.get(2)), row.stream().skip(row.size() - columns))
                        .toList();
            case "failed" -> row.subList(0, Math.min(columns + 1, row.size()));
            default -> row;
        };
    }

    private static List<List<String>> body(Path file) {
        List<List<String>> all = InputFile.csv(file);
        return all.subList(1, all.size());
    }
}
