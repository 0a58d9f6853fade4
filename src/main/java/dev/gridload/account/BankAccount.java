package dev.gridload.account;

import org.jspecify.annotations.Nullable;

/**
 * A bank account or a wallet as a row of the input describes it. A component is null where its column is empty; the
 * constraints on the components say what is wrong then.
 */
public sealed interface BankAccount
        permits UsAccount,
                ClabeAccount,
                PixAccount,
                IbanAccount,
                UpiAccount,
                FboAccount,
                NgnAccount,
                ZarAccount,
                MobileMoneyAccount,
                CadAccount,
                SparkWallet,
                EthereumWallet,
                PublishedAccount {

    AccountType type();

    /** The platform's own name for the account; null where it has none. */
    @Nullable
    String platformAccountId();

    /** The value of a CSV column, by the name in {@link AccountColumn#name()}; null where it is empty or of another type. */
    @Nullable
    String value(String column);

    /** The currency of the account; null where the type has a column for it that is empty. */
    default @Nullable String currency() {
        String ofType = type().currency();
        return ofType == null ? value("currencyCode") : ofType;
    }
}
