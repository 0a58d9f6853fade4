package dev.gridload.account;

import dev.gridload.account.identifier.EthereumAddress;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An Ethereum wallet. */
public record EthereumWallet(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @EthereumAddress @Nullable
        String address,

        @Nullable String platformAccountId)
        implements BankAccount {

    static EthereumWallet of(Function<String, @Nullable String> columns) {
        return new EthereumWallet(columns.apply("walletAddress"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.ETHEREUM_WALLET;
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
