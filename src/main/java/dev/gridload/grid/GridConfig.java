package dev.gridload.grid;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The answer of {@code GET /config}, as far as a check of rows needs it. */
public final class GridConfig {

    private GridConfig() {}

    /**
     * Which customer fields Grid requires for each currency, by the names of its enumeration CustomerInfoFieldName. A field or
     * an array that is missing requires nothing.
     *
     * @throws IllegalArgumentException where the bytes are no JSON object
     */
    public static Map<String, Set<String>> requiredFields(byte[] json) {
        JsonNode config = GridJson.parse(json);
        if (config == null) {
            throw new IllegalArgumentException("it is not a JSON object");
        }
        Map<String, Set<String>> required = new LinkedHashMap<>();
        for (JsonNode currency : config.path("supportedCurrencies")) {
            String code = GridJson.text(currency, "currencyCode");
            Set<String> fields = new LinkedHashSet<>();
            for (JsonNode field : currency.path("providerRequiredCustomerFields")) {
                if (field.isString()) {
                    fields.add(field.stringValue());
                }
            }
            if (code != null && !fields.isEmpty()) {
                required.put(code, fields);
            }
        }
        return required;
    }
}
