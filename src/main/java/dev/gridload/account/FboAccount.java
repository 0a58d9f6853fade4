package dev.gridload.account;

import dev.gridload.account.identifier.CurrencyCode;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A share in the account that the platform holds for the benefit of its customers. */
public record FboAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @CurrencyCode @Nullable
        String currencyCode,

        @Nullable String platformAccountId)
        implements BankAccount {

    static FboAccount of(Function<String, @Nullable String> columns) {
        return new FboAccount(columns.apply("currencyCode"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.FBO;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "currencyCode" -> currencyCode;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
