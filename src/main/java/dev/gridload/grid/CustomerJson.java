package dev.gridload.grid;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body that creates one customer, as Grid's guides document it. */
public final class CustomerJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern BETWEEN_CURRENCIES = Pattern.compile("[\\s,;|]+");

    private final Function<Column, @Nullable String> values;
    private final boolean mobileMoney;
    private final ObjectNode body = JSON.createObjectNode();

    private CustomerJson(Function<Column, @Nullable String> values) {
        this.values = values;
        String type = values.apply(Column.ACCOUNT_TYPE);
        this.mobileMoney = type != null
                && AccountType.valueOf(type).columns().stream()
                        .anyMatch(column -> column.name().equals(Column.PHONE_NUMBER.header()));
    }

    /**
     * Of the CSV line that would be uploaded.
     *
     * @param header the CSV header line
     */
    public static String of(String header, String line) {
        Map<String, String> values = CsvLine.values(header, line);
        return JSON.writeValueAsString(new CustomerJson(column -> values.get(column.header())).build(true));
    }

    /**
     * Of a row with everything that it says.
     *
     * @param withAccount whether the customer's account travels with it
     */
    public static String of(Customer customer, Details details, boolean withAccount) {
        return JSON.writeValueAsString(new CustomerJson(column -> {
                    String value = customer.value(column);
                    return value == null ? details.value(column) : value;
                })
                .build(withAccount));
    }

    private ObjectNode build(boolean withAccount) {
        put(body, "platformCustomerId", Column.PLATFORM_CUSTOMER_ID);
        put(body, "customerType", Column.CUSTOMER_TYPE);
        put(body, "umaAddress", Column.UMA_ADDRESS);
        put(body, "region", Column.REGION);
        currencies();
        put(body, "email", Column.EMAIL);
        if (!mobileMoney) {
            put(body, "phoneNumber", Column.PHONE_NUMBER);
        }
        consent();
        boolean person = "INDIVIDUAL".equals(value(Column.CUSTOMER_TYPE));
        put(body, "fullName", Column.FULL_NAME);
        put(body, "birthDate", Column.BIRTH_DATE);
        if (person) {
            put(body, "nationality", Column.NATIONALITY);
        }
        ObjectNode business = JSON.createObjectNode();
        put(business, "legalName", Column.BUSINESS_LEGAL_NAME);
        put(business, "registrationNumber", Column.BUSINESS_REGISTRATION_NUMBER);
        put(business, "taxId", Column.BUSINESS_TAX_ID);
        if (!person) {
            put(business, "incorporatedOn", Column.INCORPORATED_ON);
        }
        add("businessInfo", business);
        ObjectNode address = JSON.createObjectNode();
        put(address, "line1", Column.ADDRESS_LINE_1);
        put(address, "line2", Column.ADDRESS_LINE_2);
        put(address, "city", Column.CITY);
        put(address, "state", Column.STATE);
        put(address, "postalCode", Column.POSTAL_CODE);
        put(address, "country", Column.COUNTRY);
        add("address", address);
        if (withAccount) {
            add("bankAccountInfo", account());
        }
        return body;
    }

    private void currencies() {
        String currencies = value(Column.CURRENCIES);
        if (currencies != null) {
            ArrayNode codes = body.putArray("currencies");
            BETWEEN_CURRENCIES
                    .splitAsStream(currencies)
                    .filter(code -> !code.isEmpty())
                    .forEach(codes::add);
        }
    }

    private void consent() {
        ObjectNode consent = JSON.createObjectNode();
        put(consent, "acceptedAt", Column.CONSENT_ACCEPTED_AT);
        put(consent, "ipAddress", Column.CONSENT_IP_ADDRESS);
        put(consent, "termsVersion", Column.CONSENT_TERMS_VERSION);
        put(consent, "acceptanceMethod", Column.CONSENT_ACCEPTANCE_METHOD);
        add("endUserTermsConsent", consent);
    }

    private ObjectNode account() {
        ObjectNode account = JSON.createObjectNode();
        String written = value(Column.ACCOUNT_TYPE);
        AccountType type = written == null ? null : AccountType.parse(written);
        if (type != null) {
            account.put("accountType", type.wireName());
            for (AccountColumn column : type.columns()) {
                Column named = Column.named(column.name());
                String value = named == null ? null : value(named);
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
        return values.apply(column);
    }
}
