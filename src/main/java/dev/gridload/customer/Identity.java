package dev.gridload.customer;

import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import org.jspecify.annotations.Nullable;

/**
 * What every customer has, whoever it is. A component is null where its column is empty.
 *
 * @param platformCustomerId the platform's own key; Grid's documents name no limit of its length
 */
public record Identity(
        @Required(PresenceRule.CUSTOMER_FIELD_REQUIRED) @FreeText @Nullable
        String platformCustomerId,

        @Uma @Nullable String umaAddress,
        @Email @Nullable String email,
        @Nullable String description) {}
