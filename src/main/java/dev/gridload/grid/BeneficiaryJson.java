package dev.gridload.grid;

import static dev.gridload.grid.ExternalAccounts.put;

import dev.gridload.customer.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whom an account belongs to, as the guides say it: the customer, or somebody whom columns of their own describe; never a mixture of both. */
final class BeneficiaryJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Column> COLUMNS =
            Arrays.stream(Column.values()).filter(Column::isOfBeneficiary).toList();

    private BeneficiaryJson() {}

    /** @param values the value of a column of the row; null where it is empty */
    static ObjectNode of(Function<Column, @Nullable String> values) {
        for (Column column : COLUMNS) {
            if (values.apply(column) != null) {
                return another(values);
            }
        }
        return customer(values);
    }

    /** @param customer as {@link CustomerJson} made it */
    static ObjectNode ofCustomer(JsonNode customer) {
        ObjectNode beneficiary = JSON.createObjectNode();
        beneficiary.set("beneficiaryType", customer.path("customerType"));
        for (String name : List.of("fullName", "birthDate", "nationality", "businessInfo", "address")) {
            JsonNode value = customer.get(name);
            if (value != null) {
                beneficiary.set(name, value.deepCopy());
            }
        }
        if (beneficiary.get("businessInfo") instanceof ObjectNode business) {
            business.remove("incorporatedOn");
        }
        return beneficiary;
    }

    private static ObjectNode customer(Function<Column, @Nullable String> values) {
        ObjectNode beneficiary = JSON.createObjectNode();
        put(beneficiary, "beneficiaryType", values.apply(Column.CUSTOMER_TYPE));
        if ("INDIVIDUAL".equals(values.apply(Column.CUSTOMER_TYPE))) {
            put(beneficiary, "fullName", values.apply(Column.FULL_NAME));
            put(beneficiary, "birthDate", values.apply(Column.BIRTH_DATE));
            put(beneficiary, "nationality", values.apply(Column.NATIONALITY));
        } else {
            ObjectNode business = beneficiary.putObject("businessInfo");
            put(business, "legalName", values.apply(Column.BUSINESS_LEGAL_NAME));
            put(business, "registrationNumber", values.apply(Column.BUSINESS_REGISTRATION_NUMBER));
            put(business, "taxId", values.apply(Column.BUSINESS_TAX_ID));
        }
        ObjectNode address = address(
                values,
                Column.ADDRESS_LINE_1,
                Column.ADDRESS_LINE_2,
                Column.CITY,
                Column.STATE,
                Column.POSTAL_CODE,
                Column.COUNTRY);
        add(beneficiary, "address", address);
        return beneficiary;
    }

    private static ObjectNode another(Function<Column, @Nullable String> values) {
        ObjectNode beneficiary = JSON.createObjectNode();
        String type = values.apply(Column.BENEFICIARY_TYPE);
        boolean person = type == null ? values.apply(Column.BENEFICIARY_FULL_NAME) != null : type.equals("INDIVIDUAL");
        beneficiary.put("beneficiaryType", person ? "INDIVIDUAL" : "BUSINESS");
        if (person) {
            put(beneficiary, "fullName", values.apply(Column.BENEFICIARY_FULL_NAME));
            put(beneficiary, "birthDate", values.apply(Column.BENEFICIARY_BIRTH_DATE));
            put(beneficiary, "nationality", values.apply(Column.BENEFICIARY_NATIONALITY));
        } else {
            ObjectNode business = beneficiary.putObject("businessInfo");
            put(business, "legalName", values.apply(Column.BENEFICIARY_LEGAL_NAME));
            put(business, "registrationNumber", values.apply(Column.BENEFICIARY_REGISTRATION_NUMBER));
            put(business, "taxId", values.apply(Column.BENEFICIARY_TAX_ID));
        }
        ObjectNode address = address(
                values,
                Column.BENEFICIARY_ADDRESS_LINE_1,
                Column.BENEFICIARY_ADDRESS_LINE_2,
                Column.BENEFICIARY_CITY,
                Column.BENEFICIARY_STATE,
                Column.BENEFICIARY_POSTAL_CODE,
                Column.BENEFICIARY_COUNTRY);
        add(beneficiary, "address", address);
        return beneficiary;
    }

    static ObjectNode address(
            Function<Column, @Nullable String> values,
            Column line1,
            Column line2,
            Column city,
            Column state,
            Column postalCode,
            Column country) {
        ObjectNode address = JSON.createObjectNode();
        put(address, "line1", values.apply(line1));
        put(address, "line2", values.apply(line2));
        put(address, "city", values.apply(city));
        put(address, "state", values.apply(state));
        put(address, "postalCode", values.apply(postalCode));
        put(address, "country", values.apply(country));
        return address;
    }

    static void add(ObjectNode node, String name, ObjectNode part) {
        if (!part.isEmpty()) {
            node.set(name, part);
        }
    }
}
