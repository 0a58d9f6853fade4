package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the documents ask of a customer in JSON: every wrong field is reported at once. */
final class CustomerRules {

    private static final String PHONE = "\\+[1-9][0-9]{1,14}";
    private static final Pattern PHONE_NUMBER = Pattern.compile(PHONE);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final List<FieldError> errors = new ArrayList<>();

    private final boolean isNew;

    private CustomerRules(boolean isNew) {
        this.isNew = isNew;
    }

    /**
     * @param isNew whether the customer is to be created; an update names what changes
     * @throws Refusal when anything is wrong with the body of a create or an update
     */
    static void require(ObjectNode request, boolean isNew) {
        String uma = Json.text(request, "umaAddress");
        if (!uma.isEmpty() && !UmaAddress.valid(uma)) {
            throw Refusal.of(400, "INVALID_UMA_ADDRESS", "UMA address format is invalid");
        }
        CustomerRules rules = new CustomerRules(isNew);
        rules.check(request);
        if (!rules.errors.isEmpty()) {
            throw Refusal.invalid(rules.errors);
        }
    }

    private void check(ObjectNode request) {
        String type = Json.text(request, "customerType");
        if (type.isEmpty()) {
            errors.add(FieldError.missing("customerType"));
        } else if (CustomerType.of(type) == null) {
            errors.add(FieldError.choice("customerType", CustomerType.NAMES));
        }
        for (String name : List.of("platformCustomerId", "fullName", "umaAddress", "email", "phoneNumber", "region")) {
            JsonNode value = request.get(name);
            if (value != null && !value.isNull() && !value.isString()) {
                errors.add(FieldError.format(name, "string"));
            }
        }
        String birthDate = Json.text(request, "birthDate");
        if (!birthDate.isEmpty() && !RowRules.date(birthDate)) {
            errors.add(FieldError.format("birthDate", "date"));
        }
        pattern(Json.text(request, "phoneNumber"), PHONE_NUMBER, FieldError.pattern("phoneNumber", PHONE));
        pattern(Json.text(request, "email"), EMAIL, FieldError.format("email", "email"));
        country("region", Json.text(request, "region"));
        country("nationality", Json.text(request, "nationality"));
        address(request.get("address"));
        business(request.get("businessInfo"));
        account(request.get("bankAccountInfo"));
        if (Json.text(request, "platformCustomerId").contains(RowRules.FAIL_MARK)) {
            errors.add(new FieldError("bankAccountInfo.accountNumber", null, null, "Invalid bank account number"));
        }
    }

    private void pattern(String value, Pattern pattern, FieldError error) {
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            errors.add(error);
        }
    }

    private void country(String field, String value) {
        if (!value.isEmpty() && !RowRules.twoCapitals(value)) {
            errors.add(FieldError.pattern(field, "[A-Z]{2}"));
        }
    }

    private void address(@Nullable JsonNode address) {
        if (address == null || address.isNull()) {
            return;
        }
        for (String name : List.of("line1", "postalCode", "country")) {
            if (Json.text(address, name).isEmpty()) {
                errors.add(FieldError.missing("address." + name));
            }
        }
        country("address.country", Json.text(address, "country"));
    }

    private void business(@Nullable JsonNode business) {
        if (business == null || business.isNull()) {
            return;
        }
        if (isNew && Json.text(business, "legalName").isEmpty()) {
            errors.add(FieldError.missing("businessInfo.legalName"));
        }
        String incorporated = Json.text(business, "incorporatedOn");
        if (!incorporated.isEmpty() && !RowRules.date(incorporated)) {
            errors.add(FieldError.format("businessInfo.incorporatedOn", "date"));
        }
    }

    private void account(@Nullable JsonNode account) {
        if (account == null || account.isNull()) {
            return;
        }
        String type = Json.text(account, "accountType");
        if (type.isEmpty()) {
            errors.add(FieldError.missing("bankAccountInfo.accountType"));
        } else if (!AccountRules.known(type)) {
            errors.add(new FieldError("bankAccountInfo.accountType", null, null, "accountType is not supported"));
        } else {
            errors.addAll(AccountRules.check(type, "bankAccountInfo.", name -> Json.text(account, name)));
        }
    }
}
