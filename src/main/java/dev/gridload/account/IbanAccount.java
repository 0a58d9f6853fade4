package dev.gridload.account;

import dev.gridload.account.identifier.Bic;
import dev.gridload.account.identifier.Iban;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bank account by its IBAN. */
@BicFitsIban
public record IbanAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @Iban @Nullable
        String iban,

        @Required(PresenceRule.SWIFT_BIC_MISSING) @Bic @Nullable
        String swiftBic,

        @Required(PresenceRule.BANK_NAME_MISSING) @Nullable String bankName,
        @Nullable String platformAccountId)
        implements BankAccount {

    static IbanAccount of(Function<String, @Nullable String> columns) {
        return new IbanAccount(
                columns.apply("iban"),
                columns.apply("swiftBic"),
                columns.apply("bankName"),
                columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.IBAN;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "iban" -> iban;
            case "swiftBic" -> swiftBic;
            case "bankName" -> bankName;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
