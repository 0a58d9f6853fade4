package dev.gridload.account;

import dev.gridload.account.identifier.DigitCount;
import dev.gridload.account.identifier.DigitsRule;
import dev.gridload.account.identifier.OneOf;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import dev.gridload.account.identifier.RoutingNumber;
import dev.gridload.account.identifier.WordRule;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bank account in the United States. */
public record UsAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @RoutingNumber @Nullable
        String routingNumber,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @DigitCount(DigitsRule.US_ACCOUNT_NUMBER_FORMAT) @Nullable
        String accountNumber,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @OneOf(WordRule.ACCOUNT_CATEGORY_UNKNOWN) @Nullable
        String accountCategory,

        @Required(PresenceRule.BANK_NAME_MISSING) @Nullable String bankName,
        @Nullable String platformAccountId)
        implements BankAccount {

    static UsAccount of(Function<String, @Nullable String> columns) {
        return new UsAccount(
                columns.apply("routingNumber"),
                columns.apply("accountNumber"),
                columns.apply("accountCategory"),
                columns.apply("bankName"),
                columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.US_ACCOUNT;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "routingNumber" -> routingNumber;
            case "accountNumber" -> accountNumber;
            case "accountCategory" -> accountCategory;
            case "bankName" -> bankName;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
