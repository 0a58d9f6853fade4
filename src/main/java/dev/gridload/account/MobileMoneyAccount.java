package dev.gridload.account;

import org.jspecify.annotations.Nullable;

/** An account kept by a mobile operator under a telephone number. */
public sealed interface MobileMoneyAccount extends BankAccount permits KesAccount, TzsAccount, ZmwAccount, RwfAccount {

    @Nullable
    String phoneNumber();

    @Nullable
    String provider();
}
