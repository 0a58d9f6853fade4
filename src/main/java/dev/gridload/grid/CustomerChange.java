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
import tools.jackson.core.JsonPointer;
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

    /** Grid's API requires these whole: of such a group all is sent when any of it differs. */
    private static final Set<String> WHOLE = Set.of("address", "endUserTermsConsent");

    private static final Set<Column> IMMUTABLE = Set.of(Column.CUSTOMER_TYPE, Column.REGION);

    private static final List<Place> PLACES = List.of(
            new Place(Column.CUSTOMER_TYPE, "", "customerType"),
            new Place(Column.REGION, "", "region"),
            new Place(Column.UMA_ADDRESS, "", "umaAddress"),
            new Place(Column.EMAIL, "", "email"),
            new Place(Column.PHONE_NUMBER, "", "phoneNumber"),
            new Place(Column.FULL_NAME, "", "fullName"),
            new Place(Column.BIRTH_DATE, "", "birthDate"),
            new Place(Column.NATIONALITY, "", "nationality"),
            new Place(Column.CONSENT_ACCEPTED_AT, "endUserTermsConsent", "acceptedAt"),
            new Place(Column.CONSENT_IP_ADDRESS, "endUserTermsConsent", "ipAddress"),
            new Place(Column.CONSENT_TERMS_VERSION, "endUserTermsConsent", "termsVersion"),
            new Place(Column.CONSENT_ACCEPTANCE_METHOD, "endUserTermsConsent", "acceptanceMethod"),
            new Place(Column.BUSINESS_LEGAL_NAME, "businessInfo", "legalName"),
            new Place(Column.BUSINESS_REGISTRATION_NUMBER, "businessInfo", "registrationNumber"),
            new Place(Column.BUSINESS_TAX_ID, "businessInfo", "taxId"),
            new Place(Column.BUSINESS_COUNTRY, "businessInfo", "country"),
            new Place(Column.INCORPORATED_ON, "businessInfo", "incorporatedOn"),
            new Place(Column.ADDRESS_LINE_1, "address", "line1"),
            new Place(Column.ADDRESS_LINE_2, "address", "line2"),
            new Place(Column.CITY, "address", "city"),
            new Place(Column.STATE, "address", "state"),
            new Place(Column.POSTAL_CODE, "address", "postalCode"),
            new Place(Column.COUNTRY, "address", "country"));

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
        for (Place place : PLACES) {
            if (place.differs(wanted, known)) {
                if (!IMMUTABLE.contains(place.column())) {
                    columns.add(place.column().header());
                    place.put(change, wanted, known);
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

    /** Where a column stands in Grid's JSON. */
    private record Place(Column column, String group, String member, JsonPointer pointer) {

        Place(Column column, String group, String member) {
            this(column, group, member, JsonPointer.compile((group.isEmpty() ? "" : "/" + group) + "/" + member));
        }

        @Nullable
        String text(JsonNode customer) {
            JsonNode value = customer.at(pointer);
            return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
        }

        boolean differs(JsonNode wanted, JsonNode known) {
            String ours = text(wanted);
            String theirs = text(known);
            return ours != null && (theirs == null || (!isMasked(theirs) && !same(ours, theirs)));
        }

        void put(ObjectNode change, JsonNode wanted, JsonNode known) {
            if (group.isEmpty()) {
                change.set(member, wanted.get(member));
                return;
            }
            ObjectNode values = change.withObject(group);
            if (WHOLE.contains(group)) {
                copy(known.path(group), values);
                copy(wanted.path(group), values);
            } else {
                values.set(member, wanted.at(pointer));
            }
        }

        private void copy(JsonNode from, ObjectNode to) {
            for (Place place : PLACES) {
                JsonNode value = from.get(place.member());
                if (place.group().equals(group) && value != null && value.isString() && !isMasked(value.asString())) {
                    to.set(place.member(), value);
                }
            }
        }

        private static boolean isMasked(String text) {
            return text.indexOf('*') >= 0;
        }

        /** Grid may write a value otherwise than it was sent, and mean the same. */
        private boolean same(String ours, String theirs) {
            return switch (column) {
                case EMAIL, UMA_ADDRESS -> normal(ours).equalsIgnoreCase(normal(theirs));
                case BIRTH_DATE, INCORPORATED_ON -> day(ours).equals(day(theirs));
                case CONSENT_ACCEPTED_AT -> ours.equals(theirs) || sameMoment(ours, theirs);
                default -> normal(ours).equals(normal(theirs));
            };
        }

        private static String normal(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        }

        private static String day(String text) {
            return text.length() > 10 ? text.substring(0, 10) : text;
        }

        private static boolean sameMoment(String ours, String theirs) {
            try {
                return OffsetDateTime.parse(ours).isEqual(OffsetDateTime.parse(theirs));
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
