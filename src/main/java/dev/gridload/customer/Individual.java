package dev.gridload.customer;

import dev.gridload.account.BankAccount;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A person. A component is null where its column is empty.
 *
 * @param birthDate as written, {@code YYYY-MM-DD}
 * @param account null where the row has none
 */
public record Individual(
        @Valid Identity identity,

        @Required(PresenceRule.INDIVIDUAL_FIELD_REQUIRED) @PersonName @Nullable
        String fullName,

        @Required(PresenceRule.INDIVIDUAL_FIELD_REQUIRED) @BirthDate @Nullable
        String birthDate,

        @Valid Address address,
        @Valid @Nullable BankAccount account)
        implements Customer {}
