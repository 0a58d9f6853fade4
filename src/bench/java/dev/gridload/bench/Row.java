package dev.gridload.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of the generated file, by column. */
final class Row {

    static final List<String> COLUMNS = List.of(
                    "platformCustomerId customerType fullName birthDate email addressLine1 addressLine2 city state postalCode country"
                            .split(" "),
                    "description businessLegalName businessRegistrationNumber businessTaxId accountType platformAccountId"
                            .split(" "),
                    "accountNumber bankName routingNumber accountCategory clabeNumber pixKey pixKeyType iban swiftBic vpa"
                            .split(" "),
                    "currencyCode phoneNumber provider bankCode branchCode walletAddress".split(" "))
            .stream()
            .flatMap(Arrays::stream)
            .toList();

    private static final Map<String, Integer> PLACES = places();

    private final String[] values = new String[COLUMNS.size()];

    Row() {
        clear();
    }

    void clear() {
        Arrays.fill(values, "");
    }

    Row set(String column, String value) {
        values[PLACES.get(column)] = value;
        return this;
    }

    void writeTo(StringBuilder out) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            append(out, values[i]);
        }
    }

    List<String> values() {
        return List.of(values);
    }

    private static void append(StringBuilder out, String value) {
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            out.append(value);
        } else {
            out.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            places.put(COLUMNS.get(i), i);
        }
        return places;
    }
}
