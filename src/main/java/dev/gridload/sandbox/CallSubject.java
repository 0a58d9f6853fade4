package dev.gridload.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** Finds out before the work which customer a call is about. */
final class CallSubject {

    private static final String SINGLE = Routes.GRID + "/customers/";

    private final World world;

    CallSubject(World world) {
        this.world = world;
    }

    /** The platformCustomerId; empty where the call names none. Reads a JSON body. */
    String of(Call call) {
        if (!call.query("platformCustomerId").isEmpty()) {
            return call.query("platformCustomerId");
        }
        if (call.method().equals("POST") && call.header("Content-Type").startsWith("application/json")) {
            try {
                ObjectNode json = call.json();
                String id = Json.text(json, "platformCustomerId");
                return id.isEmpty() ? known(Json.text(json, "customerId")) : id;
            } catch (Refusal malformed) {
                return "";
            }
        }
        String query = call.query("customerId");
        return known(
                query.isEmpty() && call.path().startsWith(SINGLE) ? call.path().substring(SINGLE.length()) : query);
    }

    private String known(String gridId) {
        Customer customer = world.customers().numbered(world.numbering().customerNumber(gridId));
        return customer == null ? "" : customer.platformCustomerId();
    }
}
