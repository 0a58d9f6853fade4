package dev.gridload.grid;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import dev.gridload.account.GuidesType;
import dev.gridload.account.PublishedType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Accounts that are created by calls of their own, and what those calls say. The document to go by is that of the account type. */
public final class ExternalAccounts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean all;

    /** @param all also those that could travel with their customer, as those of the published API never do */
    public ExternalAccounts(boolean all) {
        this.all = all;
    }

    /**
     * Whether the account of this customer is created by a call of its own: because it was asked for, because the bulk CSV does
     * not know its type, or because it belongs to somebody whom only this call can name.
     */
    public boolean takes(Customer customer, Details details) {
        BankAccount account = customer.account();
        if (account == null || account.type() == GuidesType.FBO) {
            return false;
        }
        return all
                || !BulkCsv.carries(account.type())
                || (details.namesBeneficiary() && account.type().needsBeneficiary());
    }

    /** The type of the customer's account when it does not travel with the customer; null when it does, or when there is none. */
    public @Nullable String apart(Customer customer, Details details) {
        BankAccount account = customer.account();
        return account == null || !takes(customer, details)
                ? null
                : account.type().wireName();
    }

    /** The body of the call, all but the customer's Grid id, as JSON text; the customer has an account. */
    public String request(Customer customer, Details details) {
        BankAccount account = Objects.requireNonNull(customer.account());
        return request(account.type(), column -> {
            String value = customer.value(column);
            return value == null ? details.value(column) : value;
        });
    }

    /**
     * The same of a customer whose account would have gone with it.
     *
     * @param customer as {@link CustomerJson} made it, with a {@code bankAccountInfo}
     */
    public static Request ofCustomer(String customer) {
        JsonNode body = JSON.readTree(customer);
        ObjectNode info = (ObjectNode) body.path("bankAccountInfo");
        JsonNode platformAccountId = info.remove("platformAccountId");
        AccountType type = GuidesType.valueOf(info.path("accountType").asString());
        ObjectNode request = JSON.createObjectNode();
        put(request, "currency", type.currency());
        if (platformAccountId != null) {
            request.set("platformAccountId", platformAccountId);
        }
        request.set("accountInfo", info);
        if (type.needsBeneficiary()) {
            info.set("beneficiary", BeneficiaryJson.ofCustomer(body));
        }
        return new Request(type.wireName(), JSON.writeValueAsString(request));
    }

    /** What is sent for an account of this type. */
    public record Request(String type, String body) {}

    private static String request(AccountType type, Function<Column, @Nullable String> values) {
        ObjectNode request = JSON.createObjectNode();
        String currency = values.apply(Column.CURRENCY_CODE);
        put(request, "currency", currency == null ? type.currency() : currency);
        put(request, "platformAccountId", values.apply(Column.PLATFORM_ACCOUNT_ID));
        ObjectNode info = request.putObject("accountInfo");
        info.put("accountType", type.wireName());
        for (AccountColumn column : type.columns()) {
            Column named = Column.named(column.name());
            if (column.isOfAccountInfo()) {
                put(info, column.wireName(), named == null ? null : values.apply(named));
            }
        }
        ObjectNode beneficiary = beneficiary(type, values);
        if (beneficiary != null) {
            info.set("beneficiary", beneficiary);
        }
        return JSON.writeValueAsString(request);
    }

    private static @Nullable ObjectNode beneficiary(AccountType type, Function<Column, @Nullable String> values) {
        if (type instanceof PublishedType published) {
            return PublishedBeneficiary.of(published, values);
        }
        return type.needsBeneficiary() ? BeneficiaryJson.of(values) : null;
    }

    /** The request with its customer, as the bytes of the call. */
    static byte[] body(String gridCustomerId, String request) {
        ObjectNode body = JSON.createObjectNode();
        body.put("customerId", gridCustomerId);
        body.setAll((ObjectNode) JSON.readTree(request));
        return JSON.writeValueAsBytes(body);
    }

    static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
