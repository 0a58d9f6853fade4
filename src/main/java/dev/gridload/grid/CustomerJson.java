package dev.gridload.grid;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body that creates one customer, as Grid's guides document it, made from the CSV line that would be uploaded. */
final class CustomerJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> values = new HashMap<>();
    private final ObjectNode body = JSON.createObjectNode();

    private CustomerJson(String header, String line) {
        List<String> names = CsvLine.fields(header);
        List<String> fields = CsvLine.fields(line);
        for (int i = 0; i < names.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                values.put(names.get(i), fields.get(i));
            }
        }
    }

    static byte[] of(String header, String line) {
        return JSON.writeValueAsBytes(new CustomerJson(header, line).build());
    }

    private ObjectNode build() {
        put(body, "platformCustomerId", Column.PLATFORM_CUSTOMER_ID);
        put(body, "customerType", Column.CUSTOMER_TYPE);
        put(body, "umaAddress", Column.UMA_ADDRESS);
        put(body, "email", Column.EMAIL);
        put(body, "fullName", Column.FULL_NAME);
        put(body, "birthDate", Column.BIRTH_DATE);
        ObjectNode business = JSON.createObjectNode();
        put(business, "legalName", Column.BUSINESS_LEGAL_NAME);
        put(business, "registrationNumber", Column.BUSINESS_REGISTRATION_NUMBER);
        put(business, "taxId", Column.BUSINESS_TAX_ID);
        add("businessInfo", business);
        ObjectNode address = JSON.createObjectNode();
        put(address, "line1", Column.ADDRESS_LINE_1);
        put(address, "line2", Column.ADDRESS_LINE_2);
        put(address, "city", Column.CITY);
        put(address, "state", Column.STATE);
        put(address, "postalCode", Column.POSTAL_CODE);
        put(address, "country", Column.COUNTRY);
        add("address", address);
        add("bankAccountInfo", account());
        return body;
    }

    private ObjectNode account() {
        ObjectNode account = JSON.createObjectNode();
        String written = value(Column.ACCOUNT_TYPE);
        AccountType type = written == null ? null : AccountType.parse(written);
        if (type != null) {
            account.put("accountType", type.wireName());
            for (AccountColumn column : type.columns()) {
                String value = values.get(column.name());
                if (value != null) {
                    account.put(column.wireName(), value);
                }
            }
            put(account, "platformAccountId", Column.PLATFORM_ACCOUNT_ID);
        }
        return account;
    }

    private void add(String name, ObjectNode part) {
        if (!part.isEmpty()) {
            body.set(name, part);
        }
    }

    private void put(ObjectNode node, String name, Column column) {
        String value = value(column);
        if (value != null) {
            node.put(name, value);
        }
    }

    private @Nullable String value(Column column) {
        return values.get(column.header());
    }
}
