package dev.gridload.account;

import dev.gridload.account.identifier.MobileNumber;
import dev.gridload.account.identifier.MobileNumberRule;
import dev.gridload.account.identifier.OneOf;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import dev.gridload.account.identifier.WordRule;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mobile money account in Zambia. */
@ProviderFitsNumber
public record ZmwAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @MobileNumber(MobileNumberRule.ZMW_PHONE_FORMAT) @Nullable
        String phoneNumber,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @OneOf(WordRule.ZMW_PROVIDER_UNKNOWN) @Nullable
        String provider,

        @Nullable String platformAccountId)
        implements MobileMoneyAccount {

    static ZmwAccount of(Function<String, @Nullable String> columns) {
        return new ZmwAccount(
                columns.apply("phoneNumber"), columns.apply("provider"), columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.ZMW_ACCOUNT;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "phoneNumber" -> phoneNumber;
            case "provider" -> provider;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
