package dev.gridload.sandbox;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A customer created or changed by JSON. Bank details and identification numbers are taken and never given back. */
final class JsonProfile implements Profile {

    private static final List<String> ANSWERED = List.of(
            "region",
            "currencies",
            "email",
            "phoneNumber",
            "endUserTermsConsent",
            "fullName",
            "birthDate",
            "nationality",
            "businessInfo",
            "address");

    private final byte[] members;

    private JsonProfile(byte[] members) {
        this.members = members;
    }

    static JsonProfile of(ObjectNode request) {
        ObjectNode kept = Json.empty();
        for (String name : ANSWERED) {
            JsonNode value = request.get(name);
            if (value != null && !value.isNull()) {
                kept.set(name, value);
            }
        }
        return new JsonProfile(Json.bytes(kept));
    }

    @Override
    public void writeTo(JsonGenerator json) {
        for (Map.Entry<String, JsonNode> member : toJson().properties()) {
            json.writeName(member.getKey());
            json.writeTree(member.getValue());
        }
    }

    @Override
    public String region() {
        ObjectNode json = toJson();
        String region = Json.text(json, "region");
        JsonNode address = json.get("address");
        return region.isEmpty() && address != null ? Json.text(address, "country") : region;
    }

    @Override
    public ObjectNode toJson() {
        return Json.object(members);
    }
}
