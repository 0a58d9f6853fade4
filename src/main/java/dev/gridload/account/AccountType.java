package dev.gridload.account;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The account types of Grid's guides, by their names on the wire. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum AccountType {
    US_ACCOUNT(
            "USD",
            AccountColumn.required("routingNumber"),
            AccountColumn.required("accountNumber"),
            AccountColumn.required("accountCategory"),
            AccountColumn.optional("bankName")),
    CLABE("MXN", AccountColumn.required("clabeNumber"), AccountColumn.optional("bankName")),
    PIX(
            "BRL",
            AccountColumn.required("pixKey"),
            AccountColumn.required("pixKeyType"),
            AccountColumn.optional("bankName")),
    IBAN("EUR", AccountColumn.required("iban"), AccountColumn.optional("swiftBic"), AccountColumn.optional("bankName")),
    UPI("INR", AccountColumn.required("vpa")),
    FBO(null, AccountColumn.required("currencyCode")),
    NGN_ACCOUNT("NGN", AccountColumn.required("accountNumber"), AccountColumn.required("bankName")),
    ZAR_ACCOUNT("ZAR", AccountColumn.required("accountNumber"), AccountColumn.required("bankName")),
    KES_ACCOUNT("KES", AccountColumn.required("phoneNumber"), AccountColumn.required("provider")),
    TZS_ACCOUNT("TZS", AccountColumn.required("phoneNumber"), AccountColumn.required("provider")),
    ZMW_ACCOUNT("ZMW", AccountColumn.required("phoneNumber"), AccountColumn.required("provider")),
    RWF_ACCOUNT("RWF", AccountColumn.required("phoneNumber"), AccountColumn.required("provider")),
    CAD_ACCOUNT(
            "CAD",
            AccountColumn.required("bankCode"),
            AccountColumn.required("branchCode"),
            AccountColumn.required("accountNumber")),
    SPARK_WALLET("BTC", new AccountColumn("walletAddress", "address", true)),
    ETHEREUM_WALLET("USDC", new AccountColumn("walletAddress", "address", true));

    private static final AccountType[] ALL = values();

    private final @Nullable String currency;
    private final List<AccountColumn> columns;

    AccountType(@Nullable String currency, AccountColumn... columns) {
        this.currency = currency;
        this.columns = List.of(columns);
    }

    /** The type that is written exactly so, or null. */
    public static @Nullable AccountType parse(CharSequence text) {
        for (AccountType type : ALL) {
            if (type.name().contentEquals(text)) {
                return type;
            }
        }
        return null;
    }

    /** What Grid calls the type in CSV and JSON. */
    public String wireName() {
        return name();
    }

    /** Its own columns in their usual order, platformAccountId not among them. */
    public List<AccountColumn> columns() {
        return columns;
    }

    /** The currency of every account of the type; null for FBO, which has a column for it. */
    public @Nullable String currency() {
        return currency;
    }

    /** The account that a row describes; {@code columns} gives the value of a CSV column by name, or null. */
    public BankAccount of(Function<String, @Nullable String> columns) {
        return switch (this) {
            case US_ACCOUNT -> UsAccount.of(columns);
            case CLABE -> ClabeAccount.of(columns);
            case PIX -> PixAccount.of(columns);
            case IBAN -> IbanAccount.of(columns);
            case UPI -> UpiAccount.of(columns);
            case FBO -> FboAccount.of(columns);
            case NGN_ACCOUNT -> NgnAccount.of(columns);
            case ZAR_ACCOUNT -> ZarAccount.of(columns);
            case KES_ACCOUNT -> KesAccount.of(columns);
            case TZS_ACCOUNT -> TzsAccount.of(columns);
            case ZMW_ACCOUNT -> ZmwAccount.of(columns);
            case RWF_ACCOUNT -> RwfAccount.of(columns);
            case CAD_ACCOUNT -> CadAccount.of(columns);
            case SPARK_WALLET -> SparkWallet.of(columns);
            case ETHEREUM_WALLET -> EthereumWallet.of(columns);
        };
    }
}
