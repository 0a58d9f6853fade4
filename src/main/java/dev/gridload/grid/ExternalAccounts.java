package dev.gridload.grid;

import dev.gridload.account.AccountColumn;
import dev.gridload.account.AccountType;
import dev.gridload.account.BankAccount;
import dev.gridload.customer.Column;
import dev.gridload.customer.Customer;
import dev.gridload.customer.Details;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Accounts that are created by calls of their own, and what those calls say, as Grid's guides document it. */
public final class ExternalAccounts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean all;

    /** @param all also those that could travel with their customer */
    public ExternalAccounts(boolean all) {
        this.all = all;
    }

    /**
     * Whether the account of this customer is created by a call of its own: because it was asked for, because the bulk CSV does
     * not know its type, or because it belongs to somebody whom only this call can name.
     */
    public boolean takes(Customer customer, Details details) {
        BankAccount account = customer.account();
        if (account == null || account.type() == AccountType.FBO) {
            return false;
        }
        return all
                || !BulkCsv.carries(account.type())
                || (details.namesBeneficiary() && BeneficiaryJson.neededFor(account.type()));
    }

    /** The type of the customer's account when it does not travel in the bulk CSV; null when it does, or when there is none. */
    public @Nullable String apart(Customer customer, Details details) {
        BankAccount account = customer.account();
        return account == null || (BulkCsv.carries(account.type()) && !takes(customer, details))
                ? null
                : account.type().wireName();
    }

    /** The body of the call, all but the customer's Grid id, as JSON text; the customer has an account. */
    public String request(Customer customer, Details details) {
        BankAccount account = customer.account();
        if (account == null) {
            throw new IllegalArgumentException("the customer has no account");
        }
        ObjectNode request = JSON.createObjectNode();
        put(request, "currency", currency(account, details));
        put(request, "platformAccountId", account.platformAccountId());
        ObjectNode info = request.putObject("accountInfo");
        info.put("accountType", account.type().wireName());
        for (AccountColumn column : account.type().columns()) {
            put(info, column.wireName(), account.value(column.name()));
        }
        if (BeneficiaryJson.neededFor(account.type())) {
            info.set("beneficiary", BeneficiaryJson.of(customer, details));
        }
        return JSON.writeValueAsString(request);
    }

    /** The request with its customer, as the bytes of the call. */
    static byte[] body(String gridCustomerId, String request) {
        ObjectNode body = JSON.createObjectNode();
        body.put("customerId", gridCustomerId);
        body.setAll((ObjectNode) JSON.readTree(request));
        return JSON.writeValueAsBytes(body);
    }

    private static @Nullable String currency(BankAccount account, Details details) {
        String said = details.value(Column.CURRENCY_CODE);
        return said == null ? account.currency() : said;
    }

    static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
