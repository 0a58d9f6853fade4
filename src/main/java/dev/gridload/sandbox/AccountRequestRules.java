package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the documents ask of the body that creates an external account. */
final class AccountRequestRules {

    private AccountRequestRules() {}

    static List<FieldError> check(ObjectNode request, Document document) {
        List<FieldError> errors = new ArrayList<>();
        if (Json.text(request, "currency").isEmpty()) {
            errors.add(FieldError.missing("currency"));
        }
        String ownership = Json.text(request, "ownershipType");
        if (!ownership.isEmpty() && !ownership.equals("FIRST_PARTY") && !ownership.equals("THIRD_PARTY")) {
            errors.add(FieldError.choice("ownershipType", "FIRST_PARTY,THIRD_PARTY"));
        }
        JsonNode account = request.get("accountInfo");
        if (account == null || !account.isObject()) {
            errors.add(FieldError.missing("accountInfo"));
            return errors;
        }
        String type = Json.text(account, "accountType");
        if (type.isEmpty()) {
            errors.add(FieldError.missing("accountInfo.accountType"));
        } else if (document == Document.PUBLISHED ? !PublishedAccountRules.known(type) : !AccountRules.known(type)) {
            errors.add(new FieldError("accountInfo.accountType", null, null, "accountType is not supported"));
        } else {
            errors.addAll(AccountRules.check(type, "accountInfo.", name -> Json.text(account, name)));
            if (AccountRules.needsBeneficiary(type)) {
                beneficiary(account.get("beneficiary"), errors);
            }
            if (document == Document.PUBLISHED) {
                errors.addAll(PublishedAccountRules.check(request, type, account));
            }
        }
        return errors;
    }

    private static void beneficiary(@Nullable JsonNode beneficiary, List<FieldError> errors) {
        String path = "accountInfo.beneficiary";
        if (beneficiary == null || !beneficiary.isObject()) {
            errors.add(FieldError.missing(path));
            return;
        }
        CustomerType type = CustomerType.of(Json.text(beneficiary, "beneficiaryType"));
        if (type == null) {
            errors.add(FieldError.choice(path + ".beneficiaryType", CustomerType.NAMES));
            return;
        }
        switch (type) {
            case INDIVIDUAL -> {
                if (Json.text(beneficiary, "fullName").isEmpty()) {
                    errors.add(FieldError.missing(path + ".fullName"));
                }
            }
            case BUSINESS -> {
                // the guides nest the name, the published schema does not
                JsonNode business = beneficiary.get("businessInfo");
                String nested = business == null ? "" : Json.text(business, "legalName");
                if (nested.isEmpty() && Json.text(beneficiary, "legalName").isEmpty()) {
                    errors.add(FieldError.missing(path + ".legalName"));
                }
            }
        }
    }
}
