package dev.gridload.account;

import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import dev.gridload.account.identifier.SparkAddress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Spark wallet. */
public record SparkWallet(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @SparkAddress @Nullable
        String address,

        @Nullable String platformAccountId)
        implements BankAccount {

    static SparkWallet of(Function<String, @Nullable String> columns) {
        return new SparkWallet(columns.apply("walletAddress"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.SPARK_WALLET;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "walletAddress" -> address;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
