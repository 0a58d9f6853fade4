package dev.gridload.sandbox;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** A customer of a bulk upload: its row, once. */
final class CsvProfile implements Profile {

    private static final String[][] ADDRESS = {
        {"line1", "addressLine1"},
        {"line2", "addressLine2"},
        {"city", "city"},
        {"state", "state"},
        {"postalCode", "postalCode"},
        {"country", "country"}
    };
    private static final String[][] BUSINESS = {
        {"legalName", "businessLegalName"},
        {"registrationNumber", "businessRegistrationNumber"},
        {"taxId", "businessTaxId"}
    };

    private final Columns columns;
    private final byte[] row;

    CsvProfile(Columns columns, byte[] row) {
        this.columns = columns;
        this.row = row;
    }

    @Override
    public void writeTo(JsonGenerator json) {
        Columns.Fields fields = columns.read(row);
        fields.write(json, "region", "country");
        fields.write(json, "email", "email");
        if (fields.get("customerType").equals("BUSINESS")) {
            group(json, "businessInfo", fields, BUSINESS);
        } else {
            fields.write(json, "fullName", "fullName");
            fields.write(json, "birthDate", "birthDate");
        }
        group(json, "address", fields, ADDRESS);
    }

    @Override
    public String region() {
        return columns.read(row).get("country");
    }

    @Override
    public ObjectNode toJson() {
        return Json.object(Json.bytes(json -> {
            json.writeStartObject();
            writeTo(json);
            json.writeEndObject();
        }));
    }

    private static void group(JsonGenerator json, String name, Columns.Fields fields, String[][] members) {
        json.writeObjectPropertyStart(name);
        for (String[] member : members) {
            fields.write(json, member[0], member[1]);
        }
        json.writeEndObject();
    }
}
