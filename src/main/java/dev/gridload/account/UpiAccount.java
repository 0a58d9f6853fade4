package dev.gridload.account;

import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import dev.gridload.account.identifier.Vpa;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A UPI address in India. */
public record UpiAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @Vpa @Nullable
        String vpa,

        @Nullable String platformAccountId) implements BankAccount {

    static UpiAccount of(Function<String, @Nullable String> columns) {
        return new UpiAccount(columns.apply("vpa"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.UPI;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "vpa" -> vpa;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
