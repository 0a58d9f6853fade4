package dev.gridload.cli;

import dev.gridload.account.AccountType;
import dev.gridload.account.GuidesType;
import dev.gridload.account.PublishedField;
import dev.gridload.account.PublishedType;
import dev.gridload.customer.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One invented customer for each account type: of the guides from a file beside the page templates, of the published API from the
 * declaration of the type.
 */
final class SampleRows {

    private static final List<Column> PERSON = List.of(
            Column.FULL_NAME,
            Column.BIRTH_DATE,
            Column.ADDRESS_LINE_1,
            Column.CITY,
            Column.STATE,
            Column.POSTAL_CODE,
            Column.COUNTRY);

    private SampleRows() {}

    static Map<Column, String> of(AccountType type) {
        return type instanceof PublishedType published ? published(published) : guides(type);
    }

    private static Map<Column, String> published(PublishedType type) {
        Map<Column, String> row = new EnumMap<>(Column.class);
        Map<Column, String> person = guides(GuidesType.US_ACCOUNT);
        PERSON.forEach(column -> row.put(column, person.get(column)));
        if (type.beneficiary().contains("phoneNumber")) {
            row.put(Column.PHONE_NUMBER, "+15035550108");
        }
        for (PublishedField field : type.fields()) {
            if (!field.example().isEmpty()) {
                row.put(columnNamed(field.name()), field.example());
            }
        }
        return row;
    }

    private static Map<Column, String> guides(AccountType type) {
        for (String line : lines()) {
            String[] parts = line.split(" \\| ");
            if (parts[0].equals(type.wireName())) {
                return read(parts);
            }
        }
        throw new IllegalStateException("there is no sample row for " + type);
    }

    private static Map<Column, String> read(String[] parts) {
        Map<Column, String> row = new EnumMap<>(Column.class);
        for (int i = 0; i < PERSON.size(); i++) {
            row.put(PERSON.get(i), parts[i + 1]);
        }
        for (String field : parts[PERSON.size() + 1].split(" ", -1)) {
            String[] nameAndValue = field.split("=", 2);
            row.put(columnNamed(nameAndValue[0]), nameAndValue[1].replace('_', ' '));
        }
        return row;
    }

    static Column columnNamed(String name) {
        Column column = Column.named(name);
        if (column == null) {
            throw new IllegalStateException("no column is called " + name);
        }
        return column;
    }

    private static List<String> lines() {
        try (InputStream file = SampleRows.class.getResourceAsStream("/templates/sample-rows.txt")) {
            if (file == null) {
                throw new IllegalStateException("the sample rows are missing from the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
