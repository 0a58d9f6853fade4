package dev.gridload.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /customers/external-accounts}. */
final class AccountEndpoints {

    private static final int PLATFORM = -1;

    /** Says who or what, not which account. */
    private static final Set<String> DESCRIPTIVE = Set.of(
            "bankName", "bankAccountType", "accountCategory", "platformAccountId", "vaspName", "fiToFiInformation");

    private final Accounts accounts;
    private final Customers customers;
    private final Journal journal;
    private final Numbering numbering;
    private final Faults faults;
    private final Clock clock;
    private final Document document;

    AccountEndpoints(World world) {
        this.accounts = world.accounts();
        this.customers = world.customers();
        this.journal = world.journal();
        this.numbering = world.numbering();
        this.faults = world.faults();
        this.clock = world.clock();
        this.document = world.document();
    }

    Reply collection(Call call) {
        return switch (call.method()) {
            case "GET" -> list(call);
            case "POST" -> create(call);
            default -> throw Refusal.method("GET, POST");
        };
    }

    Reply single(Call call, String id) {
        Accounts.Account account = accounts.numbered(numbering.accountNumber(id));
        if (account == null) {
            throw unknown();
        }
        return switch (call.method()) {
            case "GET" -> Reply.json(200, json -> write(json, account));
            case "DELETE" -> delete(call, account);
            default -> throw Refusal.method("GET, DELETE");
        };
    }

    private Reply create(Call call) {
        ObjectNode request = call.json();
        int owner = owner(Json.text(request, "customerId"));
        call.about(platformIdOf(owner));
        List<FieldError> errors = AccountRequestRules.check(request, document);
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        ObjectNode members = Json.empty();
        for (String name : List.of("platformAccountId", "ownershipType", "defaultUmaDepositAccount", "accountInfo")) {
            JsonNode value = request.get(name);
            if (value != null && !value.isNull()) {
                members.set(name, value);
            }
        }
        AccountLife life = AccountLife.of(
                faults.ofAccount(new Aim.Occasion("POST", call.path(), platformIdOf(owner), 0)), clock.millis());
        Accounts.Account account = accounts.create(
                owner, Json.text(request, "currency"), identity(request.get("accountInfo")), members.toString(), life);
        if (account == null) {
            throw Refusal.conflict("External account already exists");
        }
        journal.record(Journal.EffectKind.ACCOUNT_CREATED, platformIdOf(owner), account.number(), call.sequence());
        return Reply.json(201, json -> write(json, account));
    }

    private Reply list(Call call) {
        String customer = call.query("customerId");
        String currency = call.query("currency");
        int limit = Cursor.limit(call);
        int after = Cursor.number(call.query("cursor"));
        List<Accounts.Account> found;
        int total;
        if (customer.isEmpty()) {
            found = accounts.from(after + 1, limit + 1, currency);
            total = currency.isEmpty()
                    ? accounts.count()
                    : accounts.from(0, Integer.MAX_VALUE, currency).size();
        } else {
            int owner = numbering.customerNumber(customer);
            call.about(platformIdOf(owner));
            List<Accounts.Account> owned = new ArrayList<>(owner < 0 ? List.of() : accounts.of(owner));
            owned.removeIf(account -> (!currency.isEmpty() && !currency.equals(account.currency()))
                    || !account.life().listed(clock.millis()));
            total = owned.size();
            owned.removeIf(account -> account.number() <= after);
            found = owned;
        }
        boolean more = found.size() > limit;
        List<Accounts.Account> page = more ? found.subList(0, limit) : found;
        return Reply.json(200, json -> write(json, page, more, total));
    }

    private Reply delete(Call call, Accounts.Account account) {
        if (!accounts.remove(account)) {
            throw unknown();
        }
        journal.record(
                Journal.EffectKind.ACCOUNT_DELETED, platformIdOf(account.owner()), account.number(), call.sequence());
        return Reply.empty(204);
    }

    private int owner(String customerId) {
        if (customerId.isEmpty()) {
            return PLATFORM;
        }
        Customer customer = customers.numbered(numbering.customerNumber(customerId));
        if (customer == null || customer.deleted()) {
            throw Refusal.unknownCustomer();
        }
        return customer.number();
    }

    private String platformIdOf(int owner) {
        Customer customer = customers.numbered(owner);
        return customer == null ? "" : customer.platformCustomerId();
    }

    private static String identity(@Nullable JsonNode accountInfo) {
        Map<String, String> parts = new TreeMap<>();
        if (accountInfo != null) {
            for (Map.Entry<String, JsonNode> member : accountInfo.properties()) {
                if (member.getValue().isString() && !DESCRIPTIVE.contains(member.getKey())) {
                    parts.put(member.getKey(), member.getValue().stringValue());
                }
            }
        }
        return parts.toString();
    }

    private void write(JsonGenerator json, List<Accounts.Account> page, boolean more, int total) {
        json.writeStartObject();
        json.writeArrayPropertyStart("data");
        page.forEach(account -> write(json, account));
        json.writeEndArray();
        json.writeBooleanProperty("hasMore", more);
        if (more) {
            json.writeStringProperty(
                    "nextCursor", Cursor.behind(page.get(page.size() - 1).number()));
        }
        json.writeNumberProperty("totalCount", total);
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Accounts.Account account) {
        json.writeStartObject();
        json.writeStringProperty("id", numbering.account(account.number()));
        if (account.owner() != PLATFORM) {
            json.writeStringProperty("customerId", numbering.customer(account.owner()));
        }
        json.writeStringProperty("status", account.life().status(clock.millis()));
        json.writeStringProperty("currency", account.currency());
        ObjectNode members = Json.object(account.members().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            json.writeName(member.getKey());
            json.writeTree(member.getValue());
        }
        json.writeEndObject();
    }

    private static Refusal unknown() {
        return Refusal.of(404, "REFERENCE_NOT_FOUND", "External account not found");
    }
}
