package dev.gridload.grid;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.account.AccountTypes;
import dev.gridload.customer.Column;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields that Grid names when it refuses something, {@code details.errors[]}, as columns of the input. */
final class FieldErrors {

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("address.line1", Column.ADDRESS_LINE_1),
            Map.entry("address.line2", Column.ADDRESS_LINE_2),
            Map.entry("address.city", Column.CITY),
            Map.entry("address.state", Column.STATE),
            Map.entry("address.postalCode", Column.POSTAL_CODE),
            Map.entry("address.country", Column.COUNTRY),
            Map.entry("legalName", Column.BUSINESS_LEGAL_NAME),
            Map.entry("businessInfo.legalName", Column.BUSINESS_LEGAL_NAME),
            Map.entry("businessInfo.registrationNumber", Column.BUSINESS_REGISTRATION_NUMBER),
            Map.entry("businessInfo.taxId", Column.BUSINESS_TAX_ID),
            Map.entry("businessInfo.incorporatedOn", Column.INCORPORATED_ON),
            Map.entry("businessInfo.country", Column.BUSINESS_COUNTRY),
            Map.entry("countryOfResidence", Column.COUNTRY),
            Map.entry("beneficiaryType", Column.CUSTOMER_TYPE));

    private FieldErrors() {}

    /** What Grid said, with every field that it named. */
    static SubmitAnswer.Refused refusal(String code, String message, @Nullable JsonNode body) {
        Set<String> columns = new LinkedHashSet<>();
        Set<String> messages = new LinkedHashSet<>();
        JsonNode errors = body == null ? null : body.path("details").path("errors");
        if (errors != null) {
            for (JsonNode error : errors) {
                String field = GridJson.text(error, "field");
                String said = GridJson.text(error, "message");
                String column = field == null ? null : columnOf(field);
                if (column != null) {
                    columns.add(column);
                }
                if (said != null) {
                    messages.add(said);
                }
            }
        }
        return new SubmitAnswer.Refused(
                code,
                messages.isEmpty() ? message : message + ": " + String.join("; ", messages),
                columns.isEmpty() ? null : String.join("; ", columns));
    }

    /** The column that a path of Grid's JSON comes from; null where there is none. */
    static @Nullable String columnOf(String path) {
        for (String account : new String[] {"accountInfo.", "bankAccountInfo."}) {
            if (path.startsWith(account + "beneficiary.")) {
                return columnOf(path.substring((account + "beneficiary.").length()));
            }
            if (path.startsWith(account)) {
                return ofAccount(path.substring(account.length()));
            }
        }
        Column column = COLUMNS.get(path);
        if (column == null && path.equals("currency")) {
            column = Column.CURRENCY_CODE;
        }
        column = column == null ? Column.named(path) : column;
        return column == null ? null : column.header();
    }

    private static @Nullable String ofAccount(String wireName) {
        for (AccountTypes document : List.of(AccountTypes.ofGuides(), AccountTypes.published())) {
            for (AccountType type : document.all()) {
                for (AccountColumn column : type.columns()) {
                    if (column.wireName().equals(wireName)) {
                        return column.name();
                    }
                }
            }
        }
        return wireName.equals("accountType") ? Column.ACCOUNT_TYPE.header() : null;
    }
}
