package dev.gridload.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /customers} and {@code /customers/{id}}. */
final class CustomerEndpoints {

    private static final Duration LATENESS = Duration.ofSeconds(30);

    private final Customers customers;
    private final CustomerPages pages;
    private final CustomerJson writer;
    private final PlatformConfig config;
    private final Journal journal;
    private final Numbering numbering;
    private final Faults faults;
    private final Clock clock;
    private final Document document;

    CustomerEndpoints(World world) {
        this.customers = world.customers();
        this.pages = new CustomerPages(customers);
        this.writer = new CustomerJson(world.numbering());
        this.config = world.config();
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
        Customer customer = customers.numbered(numbering.customerNumber(id));
        if (customer == null) {
            throw Refusal.unknownCustomer();
        }
        call.about(customer.platformCustomerId());
        return switch (call.method()) {
            case "GET" -> answer(200, customer);
            case "PATCH" -> change(call, customer);
            case "DELETE" -> delete(call, customer);
            default -> throw Refusal.method("GET, PATCH, DELETE");
        };
    }

    private Reply list(Call call) {
        CustomerFilter filter = CustomerFilter.of(call);
        call.about(filter.platformCustomerId());
        Aim.Occasion list = new Aim.Occasion("GET", call.path(), filter.platformCustomerId(), 0);
        int after = Cursor.number(call.query("cursor"));
        int limit = Cursor.limit(call);
        int end = visibleEnd(list);
        CustomerPages.Page page = pages.find(filter, after, limit, end);
        int next = page.hasMore() ? next(list, filter, page, after, limit, end) : after;
        return Reply.json(200, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("data");
            page.customers().forEach(customer -> writer.write(json, customer));
            json.writeEndArray();
            json.writeBooleanProperty("hasMore", page.hasMore());
            if (page.hasMore()) {
                json.writeStringProperty("nextCursor", Cursor.behind(next));
            }
            json.writeNumberProperty("totalCount", page.total());
            json.writeEndObject();
        });
    }

    private int visibleEnd(Aim.Occasion list) {
        Fault<ListFault> late = faults.ofVisibility(list);
        return late == null
                ? customers.count()
                : customers.firstAt(
                        clock.millis() - late.details().timeOr(LATENESS).toMillis() + 1);
    }

    /** The number behind which the cursor of a page leads. */
    private int next(Aim.Occasion list, CustomerFilter filter, CustomerPages.Page page, int after, int limit, int end) {
        Fault<ListFault> fault = faults.ofCursor(list);
        if (fault != null && fault.kind() == ListFault.PAGE_REPEATED) {
            return after;
        }
        return fault == null
                ? page.last()
                : pages.find(filter, page.last(), limit, end).last();
    }

    private Reply create(Call call) {
        ObjectNode request = call.json();
        call.about(Json.text(request, "platformCustomerId"));
        CustomerRules.require(request, true);
        if (document == Document.PUBLISHED) {
            PublishedCustomerRules.require(request);
        }
        config.requireCustomerFields(request);
        String id = Json.text(request, "platformCustomerId");
        String uma = Json.text(request, "umaAddress");
        Customer.Draft draft = new Customer.Draft(
                id.isEmpty() ? UUID.randomUUID().toString() : id,
                CustomerType.valueOf(Json.text(request, "customerType")),
                uma.isEmpty() ? null : UmaAddress.canonical(uma),
                config.umaDomain(),
                JsonProfile.of(request));
        Customers.Creation creation = customers.create(draft, clock.millis());
        return switch (creation.outcome()) {
            case ID_TAKEN -> throw Refusal.conflict("platformCustomerId is already used by an active customer");
            case UMA_ADDRESS_TAKEN -> throw umaAddressTaken();
            case CREATED -> {
                Customer created = present(creation.customer());
                note(Journal.EffectKind.CUSTOMER_CREATED, created, call);
                yield answer(201, created);
            }
        };
    }

    private Reply change(Call call, Customer before) {
        if (before.deleted()) {
            throw Refusal.unknownCustomer();
        }
        ObjectNode request = call.json();
        if (!request.has("customerType")) {
            // required by the published schema, left out by the guides' own example
            request.put("customerType", before.type().name());
        }
        CustomerRules.require(request, false);
        refuseForbiddenChanges(before, request);
        ObjectNode merged = before.profile().toJson();
        for (Map.Entry<String, JsonNode> member : request.properties()) {
            JsonNode old = merged.get(member.getKey());
            if (old instanceof ObjectNode group && member.getValue() instanceof ObjectNode values) {
                group.setAll(values);
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        }
        String uma = Json.text(request, "umaAddress");
        Customer after = customers.change(
                before, uma.isEmpty() ? null : UmaAddress.canonical(uma), JsonProfile.of(merged), clock.millis());
        if (after == null) {
            throw umaAddressTaken();
        }
        note(Journal.EffectKind.CUSTOMER_CHANGED, after, call);
        return answer(200, after);
    }

    private static void refuseForbiddenChanges(Customer before, ObjectNode request) {
        if (!before.type().name().equals(Json.text(request, "customerType"))) {
            throw Refusal.invalid("customerType cannot be changed");
        }
        if (request.has("email") && request.has("phoneNumber")) {
            throw Refusal.invalid("email and phoneNumber must be updated in separate requests");
        }
        if (request.has("region")
                && !Json.text(request, "region").equals(before.profile().region())) {
            throw Refusal.invalid("region cannot be changed");
        }
    }

    private Reply delete(Call call, Customer customer) {
        Customer deleted = customers.remove(customer.number(), clock.millis());
        if (deleted == null) {
            throw Refusal.of(410, "CUSTOMER_DELETED", "Customer has been permanently deleted");
        }
        note(Journal.EffectKind.CUSTOMER_DELETED, deleted, call);
        return answer(200, deleted);
    }

    private void note(Journal.EffectKind kind, Customer customer, Call call) {
        journal.record(kind, customer.platformCustomerId(), customer.number(), call.sequence());
    }

    private Reply answer(int status, Customer customer) {
        return Reply.json(status, json -> writer.write(json, customer));
    }

    private static Customer present(@Nullable Customer created) {
        if (created == null) {
            throw new IllegalStateException("created, but not there");
        }
        return created;
    }

    private static Refusal umaAddressTaken() {
        return Refusal.of(409, "UMA_ADDRESS_EXISTS", "UMA address already exists");
    }
}
