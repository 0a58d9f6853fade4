package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The currencies a customer uses: those it was created with, else its region's own. */
final class Currencies {

    private Currencies() {}

    static List<String> of(Profile profile) {
        if (profile instanceof JsonProfile) {
            JsonNode named = profile.toJson().get("currencies");
            if (named != null) {
                List<String> codes = new ArrayList<>();
                named.forEach(code -> codes.add(code.asString()));
                return codes;
            }
        }
        return inferred(profile.region());
    }

    private static List<String> inferred(String region) {
        if (region.isEmpty()) {
            return List.of();
        }
        try {
            Currency currency =
                    Currency.getInstance(new Locale.Builder().setRegion(region).build());
            return currency == null ? List.of() : List.of(currency.getCurrencyCode());
        } catch (IllegalArgumentException noSuchCountry) {
            return List.of();
        }
    }
}
