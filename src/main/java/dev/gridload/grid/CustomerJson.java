package dev.gridload.grid;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import dev.gridload.account.GuidesType;
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

/** The body that creates one customer: of both documents, for they differ by a column of businesses and by the account alone. */
public final class CustomerJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern BETWEEN_CURRENCIES = Pattern.compile("[\\s,;|]+");

    private final Function<Column, @Nullable String> values;
    private final @Nullable AccountType account;
    private final ObjectNode body = JSON.createObjectNode();

    private CustomerJson(Function<Column, @Nullable String> values, @Nullable AccountType account) {
        this.values = values;
        this.account = account;
    }

    /**
     * Of the CSV line that would be uploaded.
     *
     * @param header the CSV header line
     */
    public static String of(String header, String line) {
        Map<String, String> values = CsvLine.values(header, line);
        String type = values.get(Column.ACCOUNT_TYPE.header());
        AccountType account = type == null ? null : GuidesType.parse(type);
        return JSON.writeValueAsString(new CustomerJson(column -> values.get(column.header()), account).build(true));
    }

    /**
     * Of a row with everything that it says.
     *
     * @param withAccount whether the customer's account travels with it
     */
    public static String of(Customer customer, Details details, boolean withAccount) {
        BankAccount account = customer.account();
        return JSON.writeValueAsString(new CustomerJson(
                        column -> {
                            String value = customer.value(column);
                            return value == null ? details.value(column) : value;
                        },
                        account == null ? null : account.type())
                .build(withAccount));
    }

    private ObjectNode build(boolean withAccount) {
        put(body, "platformCustomerId", Column.PLATFORM_CUSTOMER_ID);
        put(body, "customerType", Column.CUSTOMER_TYPE);
        put(body, "umaAddress", Column.UMA_ADDRESS);
        put(body, "region", Column.REGION);
        currencies();
        put(body, "email", Column.EMAIL);
        if (account == null || !account.has(Column.PHONE_NUMBER.header())) {
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
            put(business, "country", Column.BUSINESS_COUNTRY);
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
            add("bankAccountInfo", info());
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

    private ObjectNode info() {
        ObjectNode info = JSON.createObjectNode();
        if (account != null) {
            info.put("accountType", account.wireName());
            for (AccountColumn column : account.columns()) {
                Column named = Column.named(column.name());
                String value = named == null ? null : value(named);
                if (value != null) {
                    info.put(column.wireName(), value);
                }
            }
            put(info, "platformAccountId", Column.PLATFORM_ACCOUNT_ID);
        }
        return info;
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
