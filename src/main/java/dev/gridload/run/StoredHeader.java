package dev.gridload.run;

import dev.gridload.customer.Header;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The header as the ledger keeps it: a JSON array of the names in the file. */
final class StoredHeader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredHeader() {}

    static String toJson(Header header) {
        return JSON.writeValueAsString(header.names());
    }

    static Header fromJson(String json) {
        return new Header(JSON.readValue(json, new TypeReference<List<String>>() {}));
    }
}
