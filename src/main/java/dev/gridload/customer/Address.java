package dev.gridload.customer;

import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import org.jspecify.annotations.Nullable;

/** Where a customer lives or has its seat. A component is null where its column is empty. */
public record Address(
        @Required(PresenceRule.CUSTOMER_FIELD_REQUIRED) @FreeText @Nullable
        String line1,

        @FreeText @Nullable String line2,

        @Required(PresenceRule.CUSTOMER_FIELD_REQUIRED) @FreeText @Nullable
        String city,

        @Required(PresenceRule.CUSTOMER_FIELD_REQUIRED) @FreeText @Nullable
        String state,

        @Required(PresenceRule.CUSTOMER_FIELD_REQUIRED) @FreeText @Nullable
        String postalCode,

        @Required(PresenceRule.CUSTOMER_FIELD_REQUIRED) @Country @Nullable
        String country) {}
