package dev.gridload.account;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type of bank accounts or wallets, as one of Grid's documents describes it. */
public sealed interface AccountType permits GuidesType, PublishedType {

    /** What Grid calls the type in CSV and JSON. */
    String wireName();

    /** Its own columns in their usual order, platformAccountId not among them. */
    List<AccountColumn> columns();

    /** The currency of every account of the type; null where a column says it. */
    @Nullable
    String currency();

    /** The country's code of its telephone numbers, with a plus sign; null where it has none, or numbers of any country. */
    @Nullable
    String countryCode();

    /** Whether Grid asks whom an account of the type belongs to. */
    boolean needsBeneficiary();

    /** The account that a row describes; {@code columns} gives the value of a CSV column by name, or null. */
    BankAccount of(Function<String, @Nullable String> columns);

    /** Whether the type has a column of this name. */
    default boolean has(String column) {
        List<AccountColumn> own = columns();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).name().equals(column)) {
                return true;
            }
        }
        return false;
    }
}
