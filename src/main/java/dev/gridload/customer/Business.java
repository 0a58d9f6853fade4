package dev.gridload.customer;

import dev.gridload.account.BankAccount;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A company. A component is null where its column is empty.
 *
 * @param account null where the row has none
 */
public record Business(
        @Valid Identity identity,

        @Required(PresenceRule.BUSINESS_FIELD_REQUIRED) @BusinessName @Nullable
        String businessLegalName,

        @FreeText @Nullable String businessRegistrationNumber,
        @FreeText @Nullable String businessTaxId,
        @Valid Address address,
        @Valid @Nullable BankAccount account)
        implements Customer {}
