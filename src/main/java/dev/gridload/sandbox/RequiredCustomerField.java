package dev.gridload.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the fields that a provider may require of a customer stand in a create request. */
final class RequiredCustomerField {

    private RequiredCustomerField() {}

    static boolean missing(String name, ObjectNode customer) {
        boolean business = Json.text(customer, "customerType").equals("BUSINESS");
        return switch (name) {
            case "FULL_NAME" -> business ? empty(customer, "businessInfo", "legalName") : empty(customer, "fullName");
            case "COMPANY_LEGAL_NAME" -> business && empty(customer, "businessInfo", "legalName");
            case "BIRTH_DATE" -> !business && empty(customer, "birthDate");
            case "NATIONALITY" -> !business && empty(customer, "nationality");
            case "EMAIL" -> empty(customer, "email");
            case "PHONE_NUMBER" -> empty(customer, "phoneNumber");
            case "POSTAL_ADDRESS" -> empty(customer, "address", "line1");
            case "COUNTRY_OF_RESIDENCE" -> empty(customer, "address", "country");
            case "TAX_ID" -> business && empty(customer, "businessInfo", "taxId");
            case "REGISTRATION_NUMBER" -> business && empty(customer, "businessInfo", "registrationNumber");
            default -> false;
        };
    }

    private static boolean empty(JsonNode node, String name) {
        return Json.text(node, name).isEmpty();
    }

    private static boolean empty(ObjectNode customer, String group, String name) {
        JsonNode inner = customer.get(group);
        return inner == null || empty(inner, name);
    }
}
