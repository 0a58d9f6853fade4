package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the published API asks of a new customer in JSON besides what both documents ask. */
final class PublishedCustomerRules {

    private static final Set<String> COMMON = Set.of(
            "platformCustomerId",
            "customerType",
            "region",
            "currencies",
            "email",
            "phoneNumber",
            "umaAddress",
            "endUserTermsConsent",
            "address");

    private static final Set<String> PERSON = Set.of("fullName", "birthDate", "nationality", "kycStatus");
    private static final Set<String> BUSINESS = Set.of("businessInfo", "kybStatus");
    private static final Set<String> ADDRESS = Set.of("line1", "line2", "city", "state", "postalCode", "country");

    /** Of some forty fields of a business those that an import can know. */
    private static final Set<String> BUSINESS_INFO =
            Set.of("legalName", "doingBusinessAs", "country", "registrationNumber", "incorporatedOn", "taxId");

    private static final List<String> REQUIRED_OF_BUSINESS = List.of("legalName", "country", "incorporatedOn", "taxId");

    private PublishedCustomerRules() {}

    /** @throws Refusal when anything is wrong */
    static void require(ObjectNode request) {
        List<FieldError> errors = new ArrayList<>();
        boolean business = Json.text(request, "customerType").equals("BUSINESS");
        for (String name : request.propertyNames()) {
            if (!COMMON.contains(name) && !(business ? BUSINESS : PERSON).contains(name)) {
                errors.add(new FieldError(name, null, null, name + " is no member of the published API"));
            }
        }
        JsonNode address = request.get("address");
        if (address != null) {
            errors.addAll(PublishedAccountRules.unknown("address.", address, ADDRESS));
        }
        if (business) {
            JsonNode info = request.get("businessInfo");
            if (info == null) {
                errors.add(FieldError.missing("businessInfo"));
            } else {
                errors.addAll(PublishedAccountRules.unknown("businessInfo.", info, BUSINESS_INFO));
                for (String name : REQUIRED_OF_BUSINESS) {
                    if (Json.text(info, name).isEmpty()) {
                        errors.add(FieldError.missing("businessInfo." + name));
                    }
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
