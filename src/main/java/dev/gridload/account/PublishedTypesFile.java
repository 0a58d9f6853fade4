package dev.gridload.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the declarations of the published account types; their file explains its columns. */
final class PublishedTypesFile {

    private static final String NAME = "published-types.txt";
    private static final Pattern CELL_END = Pattern.compile("\\s\\|(\\s|$)");

    private final Map<String, FieldForm> forms = new HashMap<>();
    private final List<PublishedType> types = new ArrayList<>();
    private List<String> head = List.of();
    private List<PublishedField> fields = new ArrayList<>();

    private PublishedTypesFile() {}

    static List<PublishedType> read() {
        PublishedTypesFile file = new PublishedTypesFile();
        try (InputStream stream = PublishedTypesFile.class.getResourceAsStream(NAME)) {
            if (stream == null) {
                throw new IllegalStateException(NAME + " is missing from the jar");
            }
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(file::take);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
        file.end();
        return List.copyOf(file.types);
    }

    private void take(String line) {
        List<String> cells = cells(line);
        if (line.startsWith("form ")) {
            forms.put(
                    cells.get(0).substring("form ".length()),
                    new FieldForm(Pattern.compile(cells.get(1)), cells.get(2)));
        } else if (line.startsWith(" ")) {
            fields.add(field(cells));
        } else {
            end();
            head = cells;
        }
    }

    private PublishedField field(List<String> cells) {
        String wireName = cell(cells, 1);
        FieldForm form = forms.get(cells.get(3));
        if (form == null) {
            throw new IllegalStateException(NAME + " names no form " + cells.get(3));
        }
        return new PublishedField(
                new AccountColumn(
                        cells.get(0),
                        wireName.isEmpty() ? cells.get(0) : wireName,
                        cells.get(2).equals("required")),
                form,
                words(cell(cells, 4)).stream().map(PublishedRule::valueOf).toList(),
                cell(cells, 5));
    }

    private void end() {
        if (!head.isEmpty()) {
            String currency = head.get(1);
            String beneficiary = head.get(2);
            boolean ownerless = beneficiary.equals("nobody");
            String choice = cell(head, 3);
            boolean onlyOne = choice.startsWith("only ");
            types.add(new PublishedType(
                    head.get(0),
                    currency.equals("-") ? null : currency,
                    beneficiary.equals("-") || ownerless ? Set.of() : Set.copyOf(words(beneficiary)),
                    ownerless,
                    groups(onlyOne ? choice.substring("only ".length()) : choice),
                    onlyOne,
                    fields));
            fields = new ArrayList<>();
        }
    }

    private static List<PublishedType.Group> groups(String choice) {
        return choice.isEmpty()
                ? List.of()
                : Arrays.stream(choice.split(" or ", -1))
                        .map(group -> new PublishedType.Group(
                                words(group).stream()
                                        .filter(word -> !word.equals("BUSINESS"))
                                        .toList(),
                                words(group).contains("BUSINESS")))
                        .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(CELL_END.split(line, -1)).map(String::strip).toList();
    }

    private static String cell(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
