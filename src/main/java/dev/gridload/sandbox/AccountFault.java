package dev.gridload.sandbox;

/** A fault of one external account. */
enum AccountFault implements FaultKind {
    /** The account is born with another status than ACTIVE. */
    ACCOUNT_STATUS,
    /** Lists leave the account out for some time after its creation. */
    ACCOUNT_LATE
}
