package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the published API asks of the body that creates an external account besides the form of its fields: no other members, the
 * beneficiary that the type asks for, and one of the ways by which some types know an account.
 */
final class PublishedAccountRules {

    private static final Set<String> REQUEST = Set.of(
            "customerId", "currency", "platformAccountId", "ownershipType", "defaultUmaDepositAccount", "accountInfo");

    private static final Set<String> PERSON = Set.of(
            "beneficiaryType",
            "fullName",
            "birthDate",
            "nationality",
            "email",
            "phoneNumber",
            "countryOfResidence",
            "address");

    private static final Set<String> BUSINESS = Set.of(
            "beneficiaryType",
            "legalName",
            "registrationNumber",
            "taxId",
            "email",
            "phoneNumber",
            "countryOfResidence",
            "address");

    private static final Set<String> WALLET_OWNER = Set.of("beneficiaryType", "fullName", "countryOfResidence");
    private static final Set<String> ADDRESS = Set.of("line1", "line2", "city", "state", "postalCode", "country");

    private static final Map<String, List<String>> REQUIRED_OF_PERSON = Map.of(
            "AED_ACCOUNT", List.of("address"),
            "EUR_ACCOUNT", List.of("countryOfResidence"),
            "GTQ_ACCOUNT", List.of("countryOfResidence", "phoneNumber"),
            "JMD_ACCOUNT", List.of("address", "phoneNumber"));

    /** The fields of each rail; the first rail of CNY pays businesses only. */
    private static final Map<String, List<List<String>>> RAILS = Map.ofEntries(
            Map.entry("BDT_ACCOUNT", List.of(List.of("accountNumber"), List.of("phoneNumber"))),
            Map.entry("CNY_ACCOUNT", List.of(List.of("accountNumber"), List.of("phoneNumber"))),
            Map.entry("COP_ACCOUNT", List.of(List.of("accountNumber", "bankAccountType"), List.of("phoneNumber"))),
            Map.entry("EGP_ACCOUNT", List.of(List.of("iban"), List.of("phoneNumber"))),
            Map.entry("GHS_ACCOUNT", List.of(List.of("accountNumber"), List.of("phoneNumber"))),
            Map.entry("INR_ACCOUNT", List.of(List.of("vpa"), List.of("accountNumber", "ifsc", "rail"))),
            Map.entry("PKR_ACCOUNT", List.of(List.of("accountNumber"), List.of("phoneNumber"))),
            Map.entry("SLV_ACCOUNT", List.of(List.of("accountNumber", "bankAccountType"), List.of("phoneNumber"))),
            Map.entry("SWIFT_ACCOUNT", List.of(List.of("accountNumber"), List.of("iban"))),
            Map.entry("LIGHTNING", List.of(List.of("invoice"), List.of("bolt12"), List.of("lightningAddress"))));

    private static final String INFO = "accountInfo";
    private static final String BENEFICIARY = INFO + ".beneficiary";

    private final List<FieldError> errors = new ArrayList<>();

    private PublishedAccountRules() {}

    /** Whether the published API has the type. */
    static boolean known(String type) {
        return AccountRules.known(type)
                && (type.endsWith("_ACCOUNT") || type.endsWith("_WALLET") || type.equals("LIGHTNING"))
                && !type.equals("US_ACCOUNT");
    }

    /** What is wrong besides the fields; {@code type} is that of {@code account} and known. */
    static List<FieldError> check(ObjectNode request, String type, JsonNode account) {
        PublishedAccountRules rules = new PublishedAccountRules();
        rules.only("", request, REQUEST);
        Set<String> members = new HashSet<>(AccountRules.fieldsOf(type));
        members.add("accountType");
        if (!type.equals("LIGHTNING")) {
            members.add("beneficiary");
        }
        rules.only(INFO + ".", account, members);
        rules.rails(type, account);
        rules.beneficiary(type, account.get("beneficiary"));
        return rules.errors;
    }

    /** Members that the document does not name are mistakes of whoever wrote them. */
    static List<FieldError> unknown(String path, JsonNode node, Set<String> known) {
        PublishedAccountRules rules = new PublishedAccountRules();
        rules.only(path, node, known);
        return rules.errors;
    }

    private void rails(String type, JsonNode account) {
        List<List<String>> rails = RAILS.get(type);
        if (rails == null) {
            return;
        }
        long whole = rails.stream()
                .filter(rail ->
                        rail.stream().noneMatch(name -> Json.text(account, name).isEmpty()))
                .count();
        boolean onlyOne = type.equals("LIGHTNING");
        if (whole == 0 || (onlyOne && whole > 1)) {
            errors.add(new FieldError(
                    INFO + "." + rails.get(0).get(0),
                    null,
                    null,
                    (onlyOne ? "Exactly" : "At least") + " one of " + rails + " is required"));
        }
        boolean person = account.get("beneficiary") instanceof ObjectNode beneficiary
                && Json.text(beneficiary, "beneficiaryType").equals("INDIVIDUAL");
        if (type.equals("CNY_ACCOUNT")
                && person
                && Json.text(account, "phoneNumber").isEmpty()) {
            errors.add(new FieldError(BENEFICIARY, null, null, "Bank transfers in CNY pay businesses only"));
        }
    }

    private void beneficiary(String type, @Nullable JsonNode beneficiary) {
        if (beneficiary == null) {
            return;
        }
        boolean person = Json.text(beneficiary, "beneficiaryType").equals("INDIVIDUAL");
        boolean wallet = type.endsWith("_WALLET");
        only(BENEFICIARY + ".", beneficiary, person ? wallet ? WALLET_OWNER : PERSON : BUSINESS);
        List<String> required = person
                ? wallet ? List.of("countryOfResidence") : REQUIRED_OF_PERSON.getOrDefault(type, List.of())
                : List.of("legalName");
        for (String name : required) {
            JsonNode value = beneficiary.get(name);
            if (value == null
                    || value.isNull()
                    || (value.isString() && value.stringValue().isEmpty())) {
                errors.add(FieldError.missing(BENEFICIARY + "." + name));
            }
        }
        JsonNode address = beneficiary.get("address");
        if (address != null) {
            only(BENEFICIARY + ".address.", address, ADDRESS);
            for (String name : List.of("line1", "postalCode", "country")) {
                if (Json.text(address, name).isEmpty()) {
                    errors.add(FieldError.missing(BENEFICIARY + ".address." + name));
                }
            }
        }
    }

    private void only(String path, JsonNode node, Set<String> known) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                errors.add(new FieldError(path + name, null, null, path + name + " is no member of the published API"));
            }
        }
    }
}
