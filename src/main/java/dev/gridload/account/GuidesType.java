package dev.gridload.account;

import dev.gridload.account.identifier.MobileNumberRule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The account types of Grid's guides, by their names on the wire: the rules of each stand on a record of its own. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum GuidesType implements AccountType {
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

    private static final GuidesType[] ALL = values();

    private final @Nullable String currency;
    private final List<AccountColumn> columns;

    GuidesType(@Nullable String currency, AccountColumn... columns) {
        this.currency = currency;
        this.columns = List.of(columns);
    }

    /** The type that is written exactly so, or null. */
    public static @Nullable GuidesType parse(CharSequence text) {
        for (GuidesType type : ALL) {
            if (type.name().contentEquals(text)) {
                return type;
            }
        }
        return null;
    }

    @Override
    public String wireName() {
        return name();
    }

    @Override
    public List<AccountColumn> columns() {
        return columns;
    }

    /** Null for FBO, which has a column for it. */
    @Override
    public @Nullable String currency() {
        return currency;
    }

    @Override
    public @Nullable String countryCode() {
        return switch (this) {
            case KES_ACCOUNT -> MobileNumberRule.KES_PHONE_FORMAT.countryCode();
            case TZS_ACCOUNT -> MobileNumberRule.TZS_PHONE_FORMAT.countryCode();
            case ZMW_ACCOUNT -> MobileNumberRule.ZMW_PHONE_FORMAT.countryCode();
            case RWF_ACCOUNT -> MobileNumberRule.RWF_PHONE_FORMAT.countryCode();
            case US_ACCOUNT,
                    CLABE,
                    PIX,
                    IBAN,
                    UPI,
                    FBO,
                    NGN_ACCOUNT,
                    ZAR_ACCOUNT,
                    CAD_ACCOUNT,
                    SPARK_WALLET,
                    ETHEREUM_WALLET -> null;
        };
    }

    /** Wallets are in their owner's own custody and name nobody, an FBO account is the platform's. */
    @Override
    public boolean needsBeneficiary() {
        return switch (this) {
            case SPARK_WALLET, ETHEREUM_WALLET, FBO -> false;
            case US_ACCOUNT,
                    CLABE,
                    PIX,
                    IBAN,
                    UPI,
                    NGN_ACCOUNT,
                    ZAR_ACCOUNT,
                    KES_ACCOUNT,
                    TZS_ACCOUNT,
                    ZMW_ACCOUNT,
                    RWF_ACCOUNT,
                    CAD_ACCOUNT -> true;
        };
    }

    @Override
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
