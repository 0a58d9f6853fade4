package dev.gridload.account;

import dev.gridload.account.identifier.BankName;
import dev.gridload.account.identifier.DigitCount;
import dev.gridload.account.identifier.DigitsRule;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bank account in Nigeria. */
@NumberFitsBank
public record NgnAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @DigitCount(DigitsRule.NGN_ACCOUNT_NUMBER_FORMAT) @Nullable
        String accountNumber,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @BankName @Nullable
        String bankName,

        @Nullable String platformAccountId)
        implements BankAccount {

    static NgnAccount of(Function<String, @Nullable String> columns) {
        return new NgnAccount(
                columns.apply("accountNumber"), columns.apply("bankName"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.NGN_ACCOUNT;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "accountNumber" -> accountNumber;
            case "bankName" -> bankName;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
