package dev.gridload.account;

import dev.gridload.account.identifier.Clabe;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bank account in Mexico. */
public record ClabeAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @Clabe @Nullable
        String clabeNumber,

        @Required(PresenceRule.BANK_NAME_MISSING) @Nullable String bankName,
        @Nullable String platformAccountId)
        implements BankAccount {

    static ClabeAccount of(Function<String, @Nullable String> columns) {
        return new ClabeAccount(
                columns.apply("clabeNumber"), columns.apply("bankName"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.CLABE;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "clabeNumber" -> clabeNumber;
            case "bankName" -> bankName;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
