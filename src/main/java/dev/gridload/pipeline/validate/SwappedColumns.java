package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.identifier.BicRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.EthereumRule;
import dev.gridload.account.identifier.IbanRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.account.identifier.SparkRule;
import dev.gridload.account.identifier.WordRule;
import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import dev.gridload.customer.EmailRule;
import dev.gridload.customer.UmaRule;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Recognises a value that has failed its own rule as one of another column, where a rule is strict enough to tell. */
final class SwappedColumns {

    private static final Map<Column, Function<CharSequence, @Nullable Rule>> STRICT = strict();

    private SwappedColumns() {}

    /** Null where no other column fits. */
    static @Nullable Explanation explain(Rule rule, Column column, String value) {
        CharSequence asked = Cell.asked(value);
        for (Map.Entry<Column, Function<CharSequence, @Nullable Rule>> other : STRICT.entrySet()) {
            if (isAnother(other.getKey(), column) && other.getValue().apply(asked) == null) {
                return new Explanation(
                        rule.message() + "; found what looks like a value of the column "
                                + other.getKey().header(),
                        "Check whether the values of two columns are swapped");
            }
        }
        return null;
    }

    /** Many a word of eight letters passes for a BIC, so only its neighbour is suspected. */
    private static boolean isAnother(Column other, Column column) {
        return other == Column.SWIFT_BIC ? column == Column.IBAN : other != column;
    }

    private static Map<Column, Function<CharSequence, @Nullable Rule>> strict() {
        Map<Column, Function<CharSequence, @Nullable Rule>> strict = new EnumMap<>(Column.class);
        strict.put(Column.ROUTING_NUMBER, RoutingNumberRule::check);
        strict.put(Column.CLABE_NUMBER, ClabeRule::check);
        strict.put(Column.IBAN, IbanRule::check);
        strict.put(Column.SWIFT_BIC, BicRule::check);
        strict.put(Column.WALLET_ADDRESS, value -> SparkRule.check(value) == null ? null : EthereumRule.check(value));
        strict.put(Column.EMAIL, EmailRule::check);
        strict.put(Column.UMA_ADDRESS, UmaRule::check);
        strict.put(Column.CUSTOMER_TYPE, WordRule.CUSTOMER_TYPE_UNKNOWN::check);
        strict.put(Column.ACCOUNT_TYPE, WordRule.ACCOUNT_TYPE_UNKNOWN::check);
        strict.put(Column.ACCOUNT_CATEGORY, WordRule.ACCOUNT_CATEGORY_UNKNOWN::check);
        return strict;
    }
}
