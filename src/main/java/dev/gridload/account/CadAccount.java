package dev.gridload.account;

import dev.gridload.account.identifier.CadBankCode;
import dev.gridload.account.identifier.DigitCount;
import dev.gridload.account.identifier.DigitsRule;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bank account in Canada. */
public record CadAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @CadBankCode @Nullable
        String bankCode,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @DigitCount(DigitsRule.CAD_BRANCH_CODE_FORMAT) @Nullable
        String branchCode,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @DigitCount(DigitsRule.CAD_ACCOUNT_NUMBER_FORMAT) @Nullable
        String accountNumber,

        @Nullable String platformAccountId)
        implements BankAccount {

    static CadAccount of(Function<String, @Nullable String> columns) {
        return new CadAccount(
                columns.apply("bankCode"),
                columns.apply("branchCode"),
                columns.apply("accountNumber"),
                columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.CAD_ACCOUNT;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "bankCode" -> bankCode;
            case "branchCode" -> branchCode;
            case "accountNumber" -> accountNumber;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
