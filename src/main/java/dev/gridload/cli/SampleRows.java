package dev.gridload.cli;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One invented customer for each account type, from a file beside the page templates. */
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
            Column column = Column.named(nameAndValue[0]);
            if (column == null) {
                throw new IllegalStateException("no column is called " + nameAndValue[0]);
            }
            row.put(column, nameAndValue[1].replace('_', ' '));
        }
        return row;
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
