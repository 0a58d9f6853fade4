package dev.gridload.grid;

import dev.gridload.customer.Column;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row says otherwise of a customer than Grid does, and the calls that make it the same. What the row leaves empty changes
 * nothing, and what Grid shows in part only is not compared. Accounts are no part of it: Grid shows none with its customer.
 *
 * @param columns that differ and can be changed
 * @param immutable columns that differ and that Grid never changes
 * @param requests the bodies of {@code PATCH /customers/{customerId}}, in their order; Grid wants e-mail address and phone number
 *     in calls of their own
 */
public record CustomerChange(List<String> columns, List<String> immutable, List<String> requests) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<Column> IMMUTABLE = Set.of(Column.CUSTOMER_TYPE, Column.REGION);

    public CustomerChange {
        columns = List.copyOf(columns);
        immutable = List.copyOf(immutable);
        requests = List.copyOf(requests);
    }

    /**
     * Compares a row with its customer.
     *
     * @param row as {@link CustomerJson} made it
     * @param customer as {@link GridApi#customer} gave it
     */
    public static CustomerChange between(String row, String customer) {
        JsonNode wanted = JSON.readTree(row);
        JsonNode known = JSON.readTree(customer);
        List<String> columns = new ArrayList<>();
        List<String> immutable = new ArrayList<>();
        ObjectNode change = JSON.createObjectNode();
        for (CustomerPlace place : CustomerPlace.ALL) {
            if (differs(place, wanted, known)) {
                if (!IMMUTABLE.contains(place.column())) {
                    columns.add(place.column().header());
                    put(place, change, wanted, known);
                } else if (place.text(known) != null) {
                    immutable.add(place.column().header());
                }
            }
        }
        JsonNode currencies = wanted.get("currencies");
        if (currencies != null && !codes(currencies).equals(codes(known.path("currencies")))) {
            columns.add(Column.CURRENCIES.header());
            change.set("currencies", currencies);
        }
        return new CustomerChange(columns, immutable, requests(change, wanted));
    }

    /** Whether Grid has all that the row says. */
    public boolean isNone() {
        return columns.isEmpty() && immutable.isEmpty();
    }

    private static List<String> requests(ObjectNode change, JsonNode wanted) {
        List<ObjectNode> calls = new ArrayList<>();
        JsonNode phone = change.has("email") ? change.remove("phoneNumber") : null;
        if (!change.isEmpty()) {
            calls.add(change);
        }
        if (phone != null) {
            ObjectNode apart = JSON.createObjectNode();
            apart.set("phoneNumber", phone);
            calls.add(apart);
        }
        return calls.stream().map(call -> of(wanted, call)).toList();
    }

    /** With the type of the customer, which every change has to name. */
    private static String of(JsonNode wanted, ObjectNode call) {
        ObjectNode body = JSON.createObjectNode();
        body.set("customerType", wanted.get("customerType"));
        return JSON.writeValueAsString(body.setAll(call));
    }

    private static Set<String> codes(JsonNode currencies) {
        Set<String> codes = new HashSet<>();
        currencies.forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private static boolean differs(CustomerPlace place, JsonNode wanted, JsonNode known) {
        String ours = place.text(wanted);
        String theirs = place.text(known);
        return ours != null && (theirs == null || (!CustomerPlace.isMasked(theirs) && !same(place, ours, theirs)));
    }

    /** Grid may write a value otherwise than it was sent, and mean the same. */
    private static boolean same(CustomerPlace place, String ours, String theirs) {
        if (place.isDay()) {
            return CustomerPlace.day(ours).equals(CustomerPlace.day(theirs));
        }
        return switch (place.column()) {
            case EMAIL, UMA_ADDRESS -> normal(ours).equalsIgnoreCase(normal(theirs));
            case CONSENT_ACCEPTED_AT -> ours.equals(theirs) || sameMoment(ours, theirs);
            default -> normal(ours).equals(normal(theirs));
        };
    }

    /** Grid requires address and consent whole, and of a business nobody says whether a part would replace the rest. */
    private static void put(CustomerPlace differing, ObjectNode change, JsonNode wanted, JsonNode known) {
        String group = differing.group();
        if (group.isEmpty()) {
            change.set(differing.member(), wanted.get(differing.member()));
            return;
        }
        ObjectNode values = change.withObject(group);
        for (CustomerPlace place : CustomerPlace.ALL) {
            String value = place.group().equals(group) ? whole(place, wanted, known) : null;
            if (value != null) {
                values.put(place.member(), value);
            }
        }
    }

    /** What a group is to say: the row's value, else Grid's. Of a business nothing is changed that could not be compared. */
    private static @Nullable String whole(CustomerPlace place, JsonNode wanted, JsonNode known) {
        String ours = place.text(wanted);
        String theirs = place.text(known);
        boolean masked = theirs != null && CustomerPlace.isMasked(theirs);
        if (masked && place.group().equals(CustomerPlace.BUSINESS)) {
            return null;
        }
        return ours != null || masked ? ours : theirs;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static boolean sameMoment(String ours, String theirs) {
        try {
            return OffsetDateTime.parse(ours).isEqual(OffsetDateTime.parse(theirs));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
