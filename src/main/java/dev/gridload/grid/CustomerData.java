package dev.gridload.grid;

import dev.gridload.customer.Column;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be compared of a customer's data, without the data: of each value the hash of its normal form, which knows no
 * spaces, no case and no time of day, since Grid may write a value otherwise than it was sent.
 */
public final class CustomerData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Place> PLACES = List.of(
            new Place(Column.CUSTOMER_TYPE, "/customerType"),
            new Place(Column.UMA_ADDRESS, "/umaAddress"),
            new Place(Column.FULL_NAME, "/fullName"),
            new Place(Column.BIRTH_DATE, "/birthDate"),
            new Place(Column.EMAIL, "/email"),
            new Place(Column.PHONE_NUMBER, "/phoneNumber"),
            new Place(Column.NATIONALITY, "/nationality"),
            new Place(Column.ADDRESS_LINE_1, "/address/line1"),
            new Place(Column.ADDRESS_LINE_2, "/address/line2"),
            new Place(Column.CITY, "/address/city"),
            new Place(Column.STATE, "/address/state"),
            new Place(Column.POSTAL_CODE, "/address/postalCode"),
            new Place(Column.COUNTRY, "/address/country"),
            new Place(Column.BUSINESS_LEGAL_NAME, "/businessInfo/legalName"),
            new Place(Column.BUSINESS_REGISTRATION_NUMBER, "/businessInfo/registrationNumber"),
            new Place(Column.BUSINESS_TAX_ID, "/businessInfo/taxId"),
            new Place(Column.INCORPORATED_ON, "/businessInfo/incorporatedOn"));

    /** Nothing is known, so nothing differs. */
    public static final CustomerData NONE = new CustomerData(new int[PLACES.size()]);

    private static final int MISSING = 0;

    private final int[] hashes;

    private CustomerData(int[] hashes) {
        this.hashes = hashes;
    }

    /**
     * Of what is sent to create a customer.
     *
     * @param request as {@link CustomerJson} made it
     */
    public static CustomerData ofRequest(String request) {
        return of(JSON.readTree(request));
    }

    static CustomerData of(JsonNode customer) {
        int[] hashes = new int[PLACES.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = PLACES.get(i).hash(customer);
        }
        return new CustomerData(hashes);
    }

    /** The columns that both have, with another value; a value that only one has says nothing. */
    public List<Column> differing(CustomerData other) {
        List<Column> differing = new ArrayList<>();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != MISSING && other.hashes[i] != MISSING && hashes[i] != other.hashes[i]) {
                differing.add(PLACES.get(i).column());
            }
        }
        return differing;
    }

    /** Where a column stands in Grid's JSON. */
    private record Place(Column column, JsonPointer pointer) {

        Place(Column column, String pointer) {
            this(column, JsonPointer.compile(pointer));
        }

        int hash(JsonNode customer) {
            JsonNode value = customer.at(pointer);
            // What is shown in part only cannot be compared.
            if (!value.isString()
                    || value.stringValue().isBlank()
                    || value.stringValue().indexOf('*') >= 0) {
                return MISSING;
            }
            int hash = normal(value.stringValue()).hashCode();
            return hash == MISSING ? 1 : hash;
        }

        private String normal(String value) {
            String text = Normalizer.normalize(value, Normalizer.Form.NFKC)
                    .replaceAll("\\s", "")
                    .toLowerCase(Locale.ROOT);
            boolean day = column == Column.BIRTH_DATE || column == Column.INCORPORATED_ON;
            return day && text.length() > 10 ? text.substring(0, 10) : text;
        }
    }
}
