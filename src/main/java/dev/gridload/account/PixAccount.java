package dev.gridload.account;

import dev.gridload.account.identifier.OneOf;
import dev.gridload.account.identifier.PresenceRule;
import dev.gridload.account.identifier.Required;
import dev.gridload.account.identifier.WordRule;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A PIX key: an account in Brazil by what its holder is known by. */
@PixKeyFitsType
public record PixAccount(
        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @Nullable
        String pixKey,

        @Required(PresenceRule.ACCOUNT_FIELD_REQUIRED) @OneOf(WordRule.PIX_KEY_TYPE_UNKNOWN) @Nullable
        String pixKeyType,

        @Nullable String bankName,
        @Nullable String platformAccountId)
        implements BankAccount {

    static PixAccount of(Function<String, @Nullable String> columns) {
        return new PixAccount(
                columns.apply("pixKey"),
                columns.apply("pixKeyType"),
                columns.apply("bankName"),
                columns.apply("platformAccountId"));
    }

    @Override
    public AccountType type() {
        return GuidesType.PIX;
    }

    @Override
    public @Nullable String value(String column) {
        return switch (column) {
            case "pixKey" -> pixKey;
            case "pixKeyType" -> pixKeyType;
            case "bankName" -> bankName;
            case "platformAccountId" -> platformAccountId;
            default -> null;
        };
    }
}
