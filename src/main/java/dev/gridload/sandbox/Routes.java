package dev.gridload.sandbox;

import java.io.IOException;
import java.util.List;

/** Which path leads to which endpoint. */
final class Routes {

    static final String GRID = "/grid/2025-10-13";
    static final String ADMIN = "/sandbox";

    private final World world;
    private final CustomerEndpoints customers;
    private final BulkEndpoints bulk;
    private final AccountEndpoints accounts;
    private final KycLinks kycLinks;
    private final AdminEndpoints admin;

    Routes(World world, JobShape shape) {
        this.world = world;
        this.customers = new CustomerEndpoints(world);
        this.bulk = new BulkEndpoints(world, shape);
        this.accounts = new AccountEndpoints(world);
        this.kycLinks = new KycLinks(world);
        this.admin = new AdminEndpoints(world);
    }

    Reply admin(Call call) {
        return admin.handle(call, call.below(ADMIN));
    }

    Reply grid(Call call) throws IOException {
        world.jobs().advance();
        List<String> parts = call.below(GRID);
        if (parts.equals(List.of("config"))) {
            return world.config().handle(call, world.clock().instant());
        }
        if (parts.isEmpty() || !parts.get(0).equals("customers")) {
            throw Refusal.unknownPath();
        }
        return switch (parts.size()) {
            case 1 -> customers.collection(call);
            case 2 -> one(call, parts.get(1));
            case 3 -> two(call, parts.get(1), parts.get(2));
            case 4 -> three(call, parts);
            default -> throw Refusal.unknownPath();
        };
    }

    private Reply one(Call call, String part) {
        return switch (part) {
            case "external-accounts" -> accounts.collection(call);
            case "kyc-link" -> kycLinks.beforeCreation(call);
            default -> customers.single(call, part);
        };
    }

    private Reply two(Call call, String first, String second) throws IOException {
        if (first.equals("bulk") && second.equals("csv")) {
            return bulk.upload(call);
        }
        if (first.equals("external-accounts")) {
            return accounts.single(call, second);
        }
        if (second.equals("kyc-link")) {
            return kycLinks.forCustomer(call, first);
        }
        throw Refusal.unknownPath();
    }

    private Reply three(Call call, List<String> parts) {
        if (parts.get(1).equals("bulk") && parts.get(2).equals("jobs")) {
            return bulk.job(call, parts.get(3));
        }
        throw Refusal.unknownPath();
    }
}
