package dev.gridload.grid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer as Grid lists it.
 *
 * @param createdAt by Grid's clock; null where Grid did not say
 * @param data as far as Grid shows it and it was asked for
 */
public record GridCustomer(
        String id, String platformCustomerId, @Nullable Instant createdAt, CustomerData data) {}
