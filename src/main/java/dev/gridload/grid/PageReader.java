package dev.gridload.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a page of Grid's list of customers token by token: an import reads back millions, and wants three fields of each. */
final class PageReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonParser parser;
    private final boolean withData;
    private List<GridCustomer> customers = new ArrayList<>();
    private @Nullable String next;
    private @Nullable String more;
    private long total = -1;

    private PageReader(JsonParser parser, boolean withData) {
        this.parser = parser;
        this.withData = withData;
    }

    /**
     * The page, or null where the bytes are none.
     *
     * @param withData whether the data of the customers is wanted, which takes time and room
     */
    static @Nullable CustomerPage read(byte[] body, boolean withData) {
        try (JsonParser parser = JSON.createParser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? new PageReader(parser, withData).page() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private @Nullable CustomerPage page() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "data" -> customers = customers(value);
                case "nextCursor" -> next = text(value);
                case "hasMore" -> more = text(value);
                case "totalCount" -> total = count(value);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            return null;
        }
        boolean ends = "false".equals(more) || next == null;
        return new CustomerPage(customers, ends ? "" : String.valueOf(next), total);
    }

    private List<GridCustomer> customers(JsonToken value) {
        List<GridCustomer> found = new ArrayList<>();
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return found;
        }
        for (JsonToken entry = parser.nextToken(); entry != JsonToken.END_ARRAY; entry = parser.nextToken()) {
            if (entry == JsonToken.START_OBJECT) {
                GridCustomer customer = withData ? whole() : named();
                if (customer != null) {
                    found.add(customer);
                }
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private @Nullable GridCustomer whole() {
        JsonNode entry = parser.readValueAsTree();
        return customer(
                GridJson.text(entry, "id"),
                GridJson.text(entry, "platformCustomerId"),
                GridJson.text(entry, "createdAt"),
                GridJson.text(entry, "isDeleted"),
                CustomerData.of(entry));
    }

    private @Nullable GridCustomer named() {
        String id = null;
        String platformId = null;
        String createdAt = null;
        String deleted = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "id" -> id = text(value);
                case "platformCustomerId" -> platformId = text(value);
                case "createdAt" -> createdAt = text(value);
                case "isDeleted" -> deleted = text(value);
                default -> parser.skipChildren();
            }
        }
        return customer(id, platformId, createdAt, deleted, CustomerData.NONE);
    }

    private static @Nullable GridCustomer customer(
            @Nullable String id,
            @Nullable String platformId,
            @Nullable String createdAt,
            @Nullable String deleted,
            CustomerData data) {
        return id == null || platformId == null || "true".equals(deleted)
                ? null
                : new GridCustomer(id, platformId, GridTime.parse(createdAt), data);
    }

    private long count(JsonToken value) {
        parser.skipChildren();
        return value.isNumeric() ? parser.getValueAsLong() : -1;
    }

    /** A value that is neither null nor made of others, as text. */
    private @Nullable String text(JsonToken value) {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }
}
