package dev.gridload.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account types that one of Grid's documents knows. Immutable. */
public final class AccountTypes {

    /** Those that were renamed when the API was published, by their names in the guides. */
    private static final Map<String, String> RENAMED = Map.of(
            "US_ACCOUNT", "USD_ACCOUNT",
            "CLABE", "MXN_ACCOUNT",
            "PIX", "BRL_ACCOUNT",
            "IBAN", "EUR_ACCOUNT",
            "UPI", "INR_ACCOUNT");

    private final List<AccountType> all;
    private final Map<String, String> otherNames;

    private AccountTypes(List<? extends AccountType> all, Map<String, String> otherNames) {
        this.all = List.copyOf(all);
        this.otherNames = otherNames;
    }

    /** Those of Grid's guides. */
    public static AccountTypes ofGuides() {
        return Guides.TYPES;
    }

    /** Those of Grid's published OpenAPI. */
    public static AccountTypes published() {
        return Published.TYPES;
    }

    public List<AccountType> all() {
        return all;
    }

    /** The type that is written exactly so, or null. */
    public @Nullable AccountType named(CharSequence text) {
        for (AccountType type : all) {
            if (type.wireName().contentEquals(text)) {
                return type;
            }
        }
        return null;
    }

    /** What the type is called here that another of Grid's documents calls {@code name}; the same where it is known here, or nowhere. */
    public String translated(String name) {
        return otherNames.getOrDefault(name, name);
    }

    /** Read when first needed. */
    private static final class Guides {
        static final AccountTypes TYPES = new AccountTypes(List.of(GuidesType.values()), inverse());

        private static Map<String, String> inverse() {
            Map<String, String> inverse = new HashMap<>();
            RENAMED.forEach((guides, published) -> inverse.put(published, guides));
            return Map.copyOf(inverse);
        }
    }

    /** Read when first needed. */
    private static final class Published {
        static final AccountTypes TYPES = new AccountTypes(PublishedTypesFile.read(), RENAMED);
    }
}
