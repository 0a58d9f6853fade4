package dev.gridload.grid;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An external account as Grid lists it.
 *
 * @param status PENDING, ACTIVE, UNDER_REVIEW or INACTIVE; null where Grid did not say
 * @param info fields of the account by their names on the wire
 */
public record GridAccount(
        String id, @Nullable String status, @Nullable String currency, Map<String, String> info) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LETTERS_OF_BANK = 8;

    /** Without one of these that is the same, two accounts are not the same. */
    private static final Set<String> NUMBERS = Set.of(
            "accountNumber",
            "clabeNumber",
            "pixKey",
            "iban",
            "vpa",
            "phoneNumber",
            "address",
            "invoice",
            "bolt12",
            "lightningAddress");

    /** Where the number stands; may be missing from a list, but not be another one. Types and names of banks are not compared. */
    private static final Set<String> PLACES =
            Set.of("routingNumber", "bankCode", "branchCode", "sortCode", "ifsc", "swiftCode", "provider");

    /** Whether this is the account that the request would create: the same currency and the same numbers. */
    public boolean is(String request) {
        JsonNode asked = JSON.readTree(request);
        if (!String.valueOf(GridJson.text(asked, "currency")).equals(currency)) {
            return false;
        }
        if (asked.path("accountInfo").has("address") && !isOnChainOf(asked.path("accountInfo"))) {
            return false;
        }
        boolean same = false;
        for (Map.Entry<String, String> field : fields(asked.path("accountInfo")).entrySet()) {
            boolean number = NUMBERS.contains(field.getKey());
            String listed = number || PLACES.contains(field.getKey()) ? info.get(field.getKey()) : null;
            if (listed != null && !isSame(field.getKey(), listed, field.getValue())) {
                return false;
            }
            same |= number && listed != null;
        }
        return same;
    }

    /** Several chains have wallets of the same address and the same currency: there the type counts. */
    private boolean isOnChainOf(JsonNode asked) {
        String type = info.get("accountType");
        return type == null || type.equals(GridJson.text(asked, "accountType"));
    }

    /** A BIC may be listed with or without its branch. */
    private static boolean isSame(String field, String listed, String asked) {
        return field.equals("swiftCode")
                ? listed.regionMatches(true, 0, asked, 0, LETTERS_OF_BANK)
                : listed.equalsIgnoreCase(asked);
    }

    static Map<String, String> fields(JsonNode info) {
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : info.properties()) {
            if (member.getValue().isString()) {
                fields.put(member.getKey(), member.getValue().stringValue());
            }
        }
        return fields;
    }

    /** Without the numbers of the account. */
    @Override
    public String toString() {
        return "GridAccount[id=" + id + ", status=" + status + ", currency=" + currency + "]";
    }
}
