package dev.gridload.grid;

import dev.gridload.customer.Column;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be compared of a customer's data, without the data: of each value the hash of its normal form, which knows no
 * spaces, no case and no time of day, since Grid may write a value otherwise than it was sent.
 */
public final class CustomerData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Consent is given anew, and its moment may be written in several ways: it says nothing of whose customer this is. */
    private static final List<CustomerPlace> PLACES = CustomerPlace.ALL.stream()
            .filter(place -> !place.group().equals(CustomerPlace.CONSENT))
            .toList();

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
            hashes[i] = hash(PLACES.get(i), customer);
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

    private static int hash(CustomerPlace place, JsonNode customer) {
        String value = place.text(customer);
        if (value == null || CustomerPlace.isMasked(value)) {
            return MISSING;
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        int hash = (place.isDay() ? CustomerPlace.day(text) : text).hashCode();
        return hash == MISSING ? 1 : hash;
    }
}
