package dev.gridload.sandbox;

import tools.jackson.core.JsonGenerator;

/** A customer in Grid's answer shape. */
final class CustomerJson {

    private final Numbering numbering;
    private volatile Stamp last = new Stamp(0, Json.timestamp(0));

    CustomerJson(Numbering numbering) {
        this.numbering = numbering;
    }

    void write(JsonGenerator json, Customer customer) {
        json.writeStartObject();
        json.writeStringProperty("id", numbering.customer(customer.number()));
        json.writeStringProperty("platformCustomerId", customer.platformCustomerId());
        json.writeStringProperty("customerType", customer.type().name());
        json.writeStringProperty("umaAddress", customer.umaAddress());
        // a regulated platform's customers are approved from the start
        json.writeStringProperty(customer.type() == CustomerType.BUSINESS ? "kybStatus" : "kycStatus", "APPROVED");
        customer.profile().writeTo(json);
        json.writeStringProperty("createdAt", timestamp(customer.createdAt()));
        json.writeStringProperty("updatedAt", timestamp(customer.updatedAt()));
        json.writeBooleanProperty("isDeleted", customer.deleted());
        json.writeEndObject();
    }

    /** Neighbours in a list mostly share their times. */
    private String timestamp(long time) {
        Stamp stamp = last;
        if (stamp.time() != time) {
            stamp = new Stamp(time, Json.timestamp(time));
            last = stamp;
        }
        return stamp.text();
    }

    private record Stamp(long time, String text) {}
}
