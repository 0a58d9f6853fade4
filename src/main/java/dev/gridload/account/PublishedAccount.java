package dev.gridload.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of a type that the published API describes.
 *
 * @param values by column name, those that are empty left out
 */
public record PublishedAccount(PublishedType type, Map<String, String> values) implements BankAccount {

    public PublishedAccount {
        values = Map.copyOf(values);
    }

    @Override
    public @Nullable String platformAccountId() {
        return values.get(PublishedType.PLATFORM_ACCOUNT_ID);
    }

    @Override
    public @Nullable String value(String column) {
        return values.get(column);
    }

    /** Names the type alone. */
    @Override
    public String toString() {
        return "PublishedAccount[" + type.wireName() + "]";
    }
}
