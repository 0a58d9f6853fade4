package dev.gridload.grid;

import static dev.gridload.grid.ExternalAccounts.put;

import dev.gridload.account.PublishedType;
import dev.gridload.customer.Column;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whom an account belongs to, as the published API says it: flat, and each account type asks for something else. What it does not
 * ask for is told only where it helps to know a person: birth date, nationality and address.
 */
final class PublishedBeneficiary {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublishedType type;
    private final Function<Column, @Nullable String> values;
    private final ObjectNode beneficiary = JSON.createObjectNode();

    private PublishedBeneficiary(PublishedType type, Function<Column, @Nullable String> values) {
        this.type = type;
        this.values = values;
    }

    /**
     * The beneficiary of an account of this type; null where nobody can be named, or need be and is not.
     *
     * @param values the value of a column of the row; null where it is empty
     */
    static @Nullable ObjectNode of(PublishedType type, Function<Column, @Nullable String> values) {
        boolean another = Arrays.stream(Column.values())
                .anyMatch(column -> column.isOfBeneficiary() && values.apply(column) != null);
        if (type.ownerless() || (!another && !type.needsBeneficiary())) {
            return null;
        }
        PublishedBeneficiary made = new PublishedBeneficiary(type, values);
        return another ? made.another() : made.customer();
    }

    private ObjectNode customer() {
        if ("INDIVIDUAL".equals(values.apply(Column.CUSTOMER_TYPE))) {
            person(Column.FULL_NAME, Column.BIRTH_DATE, Column.NATIONALITY, Column.COUNTRY, Column.PHONE_NUMBER);
        } else {
            business(Column.BUSINESS_LEGAL_NAME, Column.BUSINESS_REGISTRATION_NUMBER, Column.BUSINESS_TAX_ID);
        }
        return withAddress(
                Column.ADDRESS_LINE_1,
                Column.ADDRESS_LINE_2,
                Column.CITY,
                Column.STATE,
                Column.POSTAL_CODE,
                Column.COUNTRY);
    }

    private ObjectNode another() {
        String said = values.apply(Column.BENEFICIARY_TYPE);
        boolean person = said == null ? values.apply(Column.BENEFICIARY_FULL_NAME) != null : said.equals("INDIVIDUAL");
        if (person) {
            person(
                    Column.BENEFICIARY_FULL_NAME,
                    Column.BENEFICIARY_BIRTH_DATE,
                    Column.BENEFICIARY_NATIONALITY,
                    Column.BENEFICIARY_COUNTRY,
                    Column.BENEFICIARY_PHONE_NUMBER);
        } else {
            business(Column.BENEFICIARY_LEGAL_NAME, Column.BENEFICIARY_REGISTRATION_NUMBER, Column.BENEFICIARY_TAX_ID);
        }
        return withAddress(
                Column.BENEFICIARY_ADDRESS_LINE_1,
                Column.BENEFICIARY_ADDRESS_LINE_2,
                Column.BENEFICIARY_CITY,
                Column.BENEFICIARY_STATE,
                Column.BENEFICIARY_POSTAL_CODE,
                Column.BENEFICIARY_COUNTRY);
    }

    private void person(Column name, Column birthDate, Column nationality, Column country, Column phone) {
        beneficiary.put("beneficiaryType", "INDIVIDUAL");
        put(beneficiary, "fullName", values.apply(name));
        if (!type.needsBeneficiary()) {
            // The owner of a wallet has a name and a country, and nothing else.
            put(beneficiary, "countryOfResidence", values.apply(country));
            return;
        }
        put(beneficiary, "birthDate", values.apply(birthDate));
        put(beneficiary, "nationality", values.apply(nationality));
        if (type.beneficiary().contains("countryOfResidence")) {
            put(beneficiary, "countryOfResidence", values.apply(country));
        }
        if (type.beneficiary().contains("phoneNumber")) {
            put(beneficiary, "phoneNumber", values.apply(phone));
        }
    }

    private void business(Column name, Column registrationNumber, Column taxId) {
        beneficiary.put("beneficiaryType", "BUSINESS");
        put(beneficiary, "legalName", values.apply(name));
        put(beneficiary, "registrationNumber", values.apply(registrationNumber));
        put(beneficiary, "taxId", values.apply(taxId));
    }

    private ObjectNode withAddress(Column line1, Column line2, Column city, Column state, Column code, Column country) {
        boolean person = beneficiary.has("fullName");
        if (type.needsBeneficiary() || !person) {
            BeneficiaryJson.add(
                    beneficiary, "address", BeneficiaryJson.address(values, line1, line2, city, state, code, country));
        }
        return beneficiary;
    }
}
