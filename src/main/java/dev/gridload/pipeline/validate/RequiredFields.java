package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a customer Grid requires for which currency.
 *
 * @param byCurrency currency code to names of Grid's enumeration CustomerInfoFieldName; names that no column answers to are
 *     passed over
 */
public record RequiredFields(Map<String, Set<String>> byCurrency) {

    /** Nothing but what the guides require. */
    public static final RequiredFields NONE = new RequiredFields(Map.of());

    public RequiredFields {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        byCurrency.forEach((currency, fields) -> copy.put(currency, Set.copyOf(fields)));
        byCurrency = Map.copyOf(copy);
    }

    void check(Cells cells, Scope scope, RowProblems problems) {
        String currency = byCurrency.isEmpty() ? null : currency(cells);
        if (currency == null) {
            return;
        }
        String type = cells.value(Column.CUSTOMER_TYPE);
        for (String field : byCurrency.getOrDefault(currency, Set.of())) {
            Column column = column(type, field);
            if (column == null) {
                continue;
            }
            String found = "found nothing, and " + currency + " needs " + field;
            boolean ofJson = column.isOfJsonOnly() || column == Column.PHONE_NUMBER;
            if (ofJson && !scope.allColumns()) {
                problems.add(column, RequiredFieldRule.PROVIDER_FIELD_NOT_SENT, currency + " needs " + field);
            } else if (cells.value(column) == null) {
                problems.add(column, RequiredFieldRule.PROVIDER_FIELD_REQUIRED, found);
            }
        }
    }

    /** The columns behind Grid's names; names that no column answers to are passed over. */
    static Column[] columns(Set<String> fields, boolean business) {
        return fields.stream()
                .map(field -> business ? ofBusiness(field) : ofIndividual(field))
                .filter(Objects::nonNull)
                .toArray(Column[]::new);
    }

    private static @Nullable String currency(Cells cells) {
        AccountType type = cells.accountType();
        return type != null && type.currency() != null ? type.currency() : cells.value(Column.CURRENCY_CODE);
    }

    /** Of a customer whose type is not known, only what every customer has is asked. */
    private static @Nullable Column column(@Nullable String type, String field) {
        if ("BUSINESS".equals(type)) {
            return ofBusiness(field);
        }
        return "INDIVIDUAL".equals(type) ? ofIndividual(field) : ofBoth(field);
    }

    private static @Nullable Column ofIndividual(String field) {
        return switch (field) {
            case "FULL_NAME" -> Column.FULL_NAME;
            case "BIRTH_DATE" -> Column.BIRTH_DATE;
            case "NATIONALITY" -> Column.NATIONALITY;
            default -> ofBoth(field);
        };
    }

    private static @Nullable Column ofBusiness(String field) {
        return switch (field) {
            case "FULL_NAME", "COMPANY_LEGAL_NAME" -> Column.BUSINESS_LEGAL_NAME;
            case "TAX_ID" -> Column.BUSINESS_TAX_ID;
            case "REGISTRATION_NUMBER" -> Column.BUSINESS_REGISTRATION_NUMBER;
            default -> ofBoth(field);
        };
    }

    private static @Nullable Column ofBoth(String field) {
        return switch (field) {
            case "EMAIL" -> Column.EMAIL;
            case "PHONE_NUMBER" -> Column.PHONE_NUMBER;
            case "POSTAL_ADDRESS", "ADDRESS" -> Column.ADDRESS_LINE_1;
            case "COUNTRY_OF_RESIDENCE" -> Column.COUNTRY;
            default -> null;
        };
    }
}
