package dev.gridload.grid;

import dev.gridload.customer.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Where a column of one text stands in Grid's JSON of a customer.
 *
 * @param group the object that it stands in; empty for the customer itself
 */
record CustomerPlace(Column column, String group, String member, JsonPointer pointer) {

    static final String CONSENT = "endUserTermsConsent";
    static final String BUSINESS = "businessInfo";
    static final String ADDRESS = "address";

    /** All but the accounts and the currencies. */
    static final List<CustomerPlace> ALL = List.of(
            new CustomerPlace(Column.CUSTOMER_TYPE, "", "customerType"),
            new CustomerPlace(Column.REGION, "", "region"),
            new CustomerPlace(Column.UMA_ADDRESS, "", "umaAddress"),
            new CustomerPlace(Column.EMAIL, "", "email"),
            new CustomerPlace(Column.PHONE_NUMBER, "", "phoneNumber"),
            new CustomerPlace(Column.FULL_NAME, "", "fullName"),
            new CustomerPlace(Column.BIRTH_DATE, "", "birthDate"),
            new CustomerPlace(Column.NATIONALITY, "", "nationality"),
            new CustomerPlace(Column.CONSENT_ACCEPTED_AT, CONSENT, "acceptedAt"),
            new CustomerPlace(Column.CONSENT_IP_ADDRESS, CONSENT, "ipAddress"),
            new CustomerPlace(Column.CONSENT_TERMS_VERSION, CONSENT, "termsVersion"),
            new CustomerPlace(Column.CONSENT_ACCEPTANCE_METHOD, CONSENT, "acceptanceMethod"),
            new CustomerPlace(Column.BUSINESS_LEGAL_NAME, BUSINESS, "legalName"),
            new CustomerPlace(Column.BUSINESS_REGISTRATION_NUMBER, BUSINESS, "registrationNumber"),
            new CustomerPlace(Column.BUSINESS_TAX_ID, BUSINESS, "taxId"),
            new CustomerPlace(Column.BUSINESS_COUNTRY, BUSINESS, "country"),
            new CustomerPlace(Column.INCORPORATED_ON, BUSINESS, "incorporatedOn"),
            new CustomerPlace(Column.ADDRESS_LINE_1, ADDRESS, "line1"),
            new CustomerPlace(Column.ADDRESS_LINE_2, ADDRESS, "line2"),
            new CustomerPlace(Column.CITY, ADDRESS, "city"),
            new CustomerPlace(Column.STATE, ADDRESS, "state"),
            new CustomerPlace(Column.POSTAL_CODE, ADDRESS, "postalCode"),
            new CustomerPlace(Column.COUNTRY, ADDRESS, "country"));

    private CustomerPlace(Column column, String group, String member) {
        this(column, group, member, JsonPointer.compile((group.isEmpty() ? "" : "/" + group) + "/" + member));
    }

    /** What stands there; null for nothing. */
    @Nullable
    String text(JsonNode customer) {
        JsonNode value = customer.at(pointer);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    /** Whether Grid shows a value in part only, so that it cannot be compared. */
    static boolean isMasked(String text) {
        return text.indexOf('*') >= 0;
    }

    /** Whether the value is a day, which Grid may write with a time of day. */
    boolean isDay() {
        return column == Column.BIRTH_DATE || column == Column.INCORPORATED_ON;
    }

    static String day(String text) {
        return text.length() > 10 ? text.substring(0, 10) : text;
    }
}
