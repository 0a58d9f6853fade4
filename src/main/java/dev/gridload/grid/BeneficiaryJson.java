package dev.gridload.grid;

import static dev.gridload.grid.ExternalAccounts.put;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whom an account belongs to: the customer, or somebody whom columns of their own describe; never a mixture of both. */
final class BeneficiaryJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BeneficiaryJson() {}

    /** Wallets are in their owner's own custody and name nobody, an FBO account is the platform's. */
    static boolean neededFor(AccountType type) {
        return switch (type) {
            case SPARK_WALLET, ETHEREUM_WALLET, FBO -> false;
            case US_ACCOUNT,
                    CLABE,
                    PIX,
                    IBAN,
                    UPI,
                    NGN_ACCOUNT,
                    ZAR_ACCOUNT,
                    KES_ACCOUNT,
                    TZS_ACCOUNT,
                    ZMW_ACCOUNT,
                    RWF_ACCOUNT,
                    CAD_ACCOUNT -> true;
        };
    }

    static ObjectNode of(Customer customer, Details details) {
        return details.namesBeneficiary() ? another(details) : customer(customer, details);
    }

    private static ObjectNode customer(Customer customer, Details details) {
        ObjectNode beneficiary = JSON.createObjectNode();
        put(beneficiary, "beneficiaryType", customer.value(Column.CUSTOMER_TYPE));
        put(beneficiary, "fullName", customer.value(Column.FULL_NAME));
        put(beneficiary, "birthDate", customer.value(Column.BIRTH_DATE));
        if (customer.value(Column.FULL_NAME) != null) {
            put(beneficiary, "nationality", details.value(Column.NATIONALITY));
        }
        ObjectNode business = JSON.createObjectNode();
        put(business, "legalName", customer.value(Column.BUSINESS_LEGAL_NAME));
        put(business, "registrationNumber", customer.value(Column.BUSINESS_REGISTRATION_NUMBER));
        put(business, "taxId", customer.value(Column.BUSINESS_TAX_ID));
        add(beneficiary, "businessInfo", business);
        add(
                beneficiary,
                "address",
                address(
                        customer::value,
                        Column.ADDRESS_LINE_1,
                        Column.ADDRESS_LINE_2,
                        Column.CITY,
                        Column.STATE,
                        Column.POSTAL_CODE,
                        Column.COUNTRY));
        return beneficiary;
    }

    private static ObjectNode another(Details details) {
        ObjectNode beneficiary = JSON.createObjectNode();
        boolean individual = "INDIVIDUAL".equals(details.value(Column.BENEFICIARY_TYPE))
                || (details.value(Column.BENEFICIARY_TYPE) == null
                        && details.value(Column.BENEFICIARY_FULL_NAME) != null);
        beneficiary.put("beneficiaryType", individual ? "INDIVIDUAL" : "BUSINESS");
        if (individual) {
            put(beneficiary, "fullName", details.value(Column.BENEFICIARY_FULL_NAME));
            put(beneficiary, "birthDate", details.value(Column.BENEFICIARY_BIRTH_DATE));
            put(beneficiary, "nationality", details.value(Column.BENEFICIARY_NATIONALITY));
        } else {
            ObjectNode business = beneficiary.putObject("businessInfo");
            put(business, "legalName", details.value(Column.BENEFICIARY_LEGAL_NAME));
            put(business, "registrationNumber", details.value(Column.BENEFICIARY_REGISTRATION_NUMBER));
            put(business, "taxId", details.value(Column.BENEFICIARY_TAX_ID));
        }
        add(
                beneficiary,
                "address",
                address(
                        details::value,
                        Column.BENEFICIARY_ADDRESS_LINE_1,
                        Column.BENEFICIARY_ADDRESS_LINE_2,
                        Column.BENEFICIARY_CITY,
                        Column.BENEFICIARY_STATE,
                        Column.BENEFICIARY_POSTAL_CODE,
                        Column.BENEFICIARY_COUNTRY));
        return beneficiary;
    }

    private static ObjectNode address(
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

    private static void add(ObjectNode node, String name, ObjectNode part) {
        if (!part.isEmpty()) {
            node.set(name, part);
        }
    }
}
