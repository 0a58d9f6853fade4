package dev.gridload.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** The header of one upload: where each column stands. Shared by all customers of that upload. */
final class Columns {

    private static final int ABSENT = -1;

    private static final Set<String> PUBLISHED = Set.of(
            "umaAddress",
            "platformCustomerId",
            "customerType",
            "fullName",
            "birthDate",
            "addressLine1",
            "addressLine2",
            "city",
            "state",
            "postalCode",
            "country",
            "businessLegalName",
            "businessRegistrationNumber",
            "businessTaxId",
            "platformAccountId",
            "description",
            "email");

    private final Map<String, Integer> places = new HashMap<>();
    private final int count;

    /** @throws Refusal when a column stands twice or the two that every customer needs are missing */
    Columns(byte[] header) {
        Fields names = new Fields(header);
        this.count = names.size();
        for (int index = 0; index < count; index++) {
            String name = names.text(index).strip();
            if (!name.isEmpty() && places.put(name, index) != null) {
                throw Refusal.invalid("The CSV file has the column " + name + " twice");
            }
        }
        for (String required : List.of("platformCustomerId", "customerType")) {
            if (!places.containsKey(required)) {
                throw Refusal.invalid("The CSV file has no column " + required);
            }
        }
    }

    /** @throws Refusal when there is a column that the published API does not name, or umaAddress is missing */
    void requirePublished() {
        if (!places.containsKey("umaAddress")) {
            throw Refusal.invalid("The CSV file has no column umaAddress");
        }
        for (String name : places.keySet()) {
            if (!PUBLISHED.contains(name)) {
                throw Refusal.invalid(
                        "The CSV file has the column " + name + ", which the published API does not have");
            }
        }
    }

    /** The fields of a record, to be asked by column name. */
    Fields read(byte[] row) {
        return new Fields(row);
    }

    /** One row. A short row has empty fields at its end, as the rows of Grid's own published example do. */
    final class Fields {

        private final byte[] row;
        private final int[] starts;

        private Fields(byte[] row) {
            this.row = row;
            int separators = 0;
            for (byte value : row) {
                if (value == CsvRecords.SEPARATOR) {
                    separators++;
                }
            }
            this.starts = new int[separators + 2];
            int field = 1;
            for (int at = 0; at < row.length; at++) {
                if (row[at] == CsvRecords.SEPARATOR) {
                    starts[field++] = at + 1;
                }
            }
            starts[field] = row.length + 1;
        }

        /** Empty where the column or the field is missing. */
        String get(String column) {
            return text(place(column));
        }

        boolean empty(String column) {
            return length(place(column)) == 0;
        }

        boolean longerThanHeader() {
            return size() > count;
        }

        /** Writes the field as a member; nothing where it is empty. */
        void write(JsonGenerator json, String name, String column) {
            int place = place(column);
            int length = length(place);
            if (length > 0) {
                json.writeName(name);
                json.writeUTF8String(row, starts[place], length);
            }
        }

        private int size() {
            return starts.length - 1;
        }

        private int place(String column) {
            int place = places.getOrDefault(column, ABSENT);
            return place < size() ? place : ABSENT;
        }

        private int length(int place) {
            return place == ABSENT ? 0 : starts[place + 1] - starts[place] - 1;
        }

        private String text(int place) {
            int length = length(place);
            return length == 0 ? "" : new String(row, starts[place], length, StandardCharsets.UTF_8);
        }
    }
}
