package dev.gridload.sandbox;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the customer list as documented. Empty text filters nothing; times are inclusive milliseconds.
 *
 * @param type null for both
 */
record CustomerFilter(
        String platformCustomerId,
        String umaAddress,
        @Nullable CustomerType type,
        Span created,
        Span updated,
        String region,
        String currency,
        boolean includingDeleted) {

    /** Milliseconds from and to, both inclusive. */
    record Span(long from, long to) {

        boolean contains(long time) {
            return from <= time && time <= to;
        }

        boolean everything() {
            return from == Long.MIN_VALUE && to == Long.MAX_VALUE;
        }
    }

    /** @throws Refusal when a parameter is not what the documents allow */
    static CustomerFilter of(Call call) {
        String type = call.query("customerType");
        if (!type.isEmpty() && CustomerType.of(type) == null) {
            throw Refusal.invalid("customerType must be one of " + CustomerType.NAMES);
        }
        String uma = call.query("umaAddress");
        return new CustomerFilter(
                call.query("platformCustomerId"),
                uma.isEmpty() ? "" : UmaAddress.canonical(uma),
                CustomerType.of(type),
                new Span(time(call, "createdAfter", Long.MIN_VALUE), time(call, "createdBefore", Long.MAX_VALUE)),
                new Span(time(call, "updatedAfter", Long.MIN_VALUE), time(call, "updatedBefore", Long.MAX_VALUE)),
                call.query("region"),
                call.query("currency"),
                flag(call));
    }

    /** Whether a number range by creation says all, so that nothing must be looked at to count. */
    boolean onlyByCreation() {
        return type == null && updated.everything() && region.isEmpty() && currency.isEmpty();
    }

    boolean accepts(Customer customer) {
        return (includingDeleted || !customer.deleted())
                && (type == null || type == customer.type())
                && created.contains(customer.createdAt())
                && updated.contains(customer.updatedAt())
                && (platformCustomerId.isEmpty() || platformCustomerId.equals(customer.platformCustomerId()))
                && (umaAddress.isEmpty() || umaAddress.equals(customer.umaAddress()))
                && (region.isEmpty() || region.equals(customer.profile().region()))
                && (currency.isEmpty() || hasCurrency(customer));
    }

    private boolean hasCurrency(Customer customer) {
        return Currencies.of(customer.profile()).contains(currency);
    }

    private static boolean flag(Call call) {
        return switch (call.query("isIncludingDeleted")) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Refusal.invalid("isIncludingDeleted must be true or false");
        };
    }

    private static long time(Call call, String name, long otherwise) {
        String text = call.query(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            // a plus sign of an offset that was sent unencoded arrives as a space
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant().toEpochMilli();
        } catch (DateTimeException malformed) {
            throw Refusal.invalid(name + " must be a date-time of ISO 8601");
        }
    }
}
