package dev.gridload.customer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that Grid knows, in the order in which they are usually written. */
public enum Column {
    PLATFORM_CUSTOMER_ID("platformCustomerId"),
    CUSTOMER_TYPE("customerType"),
    UMA_ADDRESS("umaAddress"),
    FULL_NAME("fullName"),
    BIRTH_DATE("birthDate"),
    EMAIL("email"),
    ADDRESS_LINE_1("addressLine1", "line1"),
    ADDRESS_LINE_2("addressLine2", "line2"),
    CITY("city"),
    STATE("state"),
    POSTAL_CODE("postalCode"),
    COUNTRY("country"),
    DESCRIPTION("description"),
    BUSINESS_LEGAL_NAME("businessLegalName"),
    BUSINESS_REGISTRATION_NUMBER("businessRegistrationNumber"),
    BUSINESS_TAX_ID("businessTaxId"),
    INCORPORATED_ON("incorporatedOn"),
    BUSINESS_COUNTRY("businessCountry"),
    REGION("region"),
    CURRENCIES("currencies"),
    NATIONALITY("nationality"),
    CONSENT_ACCEPTED_AT("consentAcceptedAt"),
    CONSENT_IP_ADDRESS("consentIpAddress"),
    CONSENT_TERMS_VERSION("consentTermsVersion"),
    CONSENT_ACCEPTANCE_METHOD("consentAcceptanceMethod"),
    BENEFICIARY_TYPE("beneficiaryType"),
    BENEFICIARY_FULL_NAME("beneficiaryFullName"),
    BENEFICIARY_BIRTH_DATE("beneficiaryBirthDate"),
    BENEFICIARY_NATIONALITY("beneficiaryNationality"),
    BENEFICIARY_LEGAL_NAME("beneficiaryLegalName"),
    BENEFICIARY_REGISTRATION_NUMBER("beneficiaryRegistrationNumber"),
    BENEFICIARY_TAX_ID("beneficiaryTaxId"),
    BENEFICIARY_PHONE_NUMBER("beneficiaryPhoneNumber"),
    BENEFICIARY_ADDRESS_LINE_1("beneficiaryAddressLine1"),
    BENEFICIARY_ADDRESS_LINE_2("beneficiaryAddressLine2"),
    BENEFICIARY_CITY("beneficiaryCity"),
    BENEFICIARY_STATE("beneficiaryState"),
    BENEFICIARY_POSTAL_CODE("beneficiaryPostalCode"),
    BENEFICIARY_COUNTRY("beneficiaryCountry"),
    ACCOUNT_TYPE("accountType"),
    PLATFORM_ACCOUNT_ID("platformAccountId"),
    ROUTING_NUMBER("routingNumber"),
    ACCOUNT_NUMBER("accountNumber"),
    ACCOUNT_CATEGORY("accountCategory"),
    BANK_NAME("bankName"),
    CLABE_NUMBER("clabeNumber"),
    PIX_KEY("pixKey"),
    PIX_KEY_TYPE("pixKeyType"),
    IBAN("iban"),
    SWIFT_BIC("swiftBic"),
    VPA("vpa"),
    CURRENCY_CODE("currencyCode"),
    PHONE_NUMBER("phoneNumber"),
    PROVIDER("provider"),
    BANK_CODE("bankCode"),
    BRANCH_CODE("branchCode"),
    WALLET_ADDRESS("walletAddress", "address"),
    ACCOUNT_TAX_ID("accountTaxId"),
    ACCOUNT_REGION("accountRegion"),
    BANK_COUNTRY("bankCountry"),
    SORT_CODE("sortCode"),
    IFSC("ifsc"),
    RAIL("rail"),
    INTERMEDIARY_BANK_NAME("intermediaryBankName"),
    INTERMEDIARY_ROUTING_NUMBER("intermediaryRoutingNumber"),
    FI_TO_FI_INFORMATION("fiToFiInformation"),
    VASP_NAME("vaspName"),
    INVOICE("invoice"),
    BOLT12("bolt12"),
    LIGHTNING_ADDRESS("lightningAddress");

    private static final Column[] ALL = values();
    private static final Map<String, Column> NAMED = named();
    private static final Map<String, Column> BY_HEADER = by(column -> column.header);
    private static final Map<String, Column> BY_COMPONENT = by(column -> column.component);

    private final String header;
    private final String component;

    Column(String header) {
        this(header, header);
    }

    Column(String header, String component) {
        this.header = header;
        this.component = component;
    }

    /** The name in the header of a CSV file, as Grid writes it. */
    public String header() {
        return header;
    }

    /** Whether Grid knows the column of its JSON only: its values are checked, but the bulk upload cannot carry them. */
    public boolean isOfJsonOnly() {
        return compareTo(INCORPORATED_ON) >= 0 && compareTo(CONSENT_ACCEPTANCE_METHOD) <= 0;
    }

    /** Whether only Grid's published API has the column, and its guides have not. */
    public boolean isOfPublishedOnly() {
        return this == BUSINESS_COUNTRY || this == BENEFICIARY_PHONE_NUMBER || compareTo(ACCOUNT_TAX_ID) >= 0;
    }

    /** Whether the column describes whom the account belongs to where that is not the customer. */
    public boolean isOfBeneficiary() {
        return compareTo(BENEFICIARY_TYPE) >= 0 && compareTo(BENEFICIARY_COUNTRY) <= 0;
    }

    /** Whether the column is carried by Grid's JSON besides the customer and the account of the row. */
    public boolean isDetail() {
        return this == PHONE_NUMBER || this == CURRENCY_CODE || isOfJsonOnly() || isOfBeneficiary();
    }

    /** Whether the column says something about a bank account or wallet; the type itself included. */
    public boolean isOfAccount() {
        return compareTo(ACCOUNT_TYPE) >= 0;
    }

    /**
     * The column that a header names, or null. Case, spaces, hyphens and underscores do not matter, and some names of other
     * systems are understood.
     */
    public static @Nullable Column named(String headerFromFile) {
        Column exactly = BY_HEADER.get(headerFromFile);
        return exactly != null ? exactly : NAMED.get(ColumnAliases.key(headerFromFile));
    }

    /** The column behind a component of {@link Customer}, its parts and the account records. */
    public static @Nullable Column ofComponent(String component) {
        return BY_COMPONENT.get(component);
    }

    /** Whether a header is one that the tool itself wrote into a result file, to be passed over without a word. */
    public static boolean ignored(String headerFromFile) {
        return ColumnAliases.isOfResults(headerFromFile);
    }

    /** The first column of each name. */
    private static Map<String, Column> by(Function<Column, String> name) {
        Map<String, Column> columns = new HashMap<>();
        for (Column column : ALL) {
            columns.putIfAbsent(name.apply(column), column);
        }
        return columns;
    }

    private static Map<String, Column> named() {
        Map<String, Column> named = new HashMap<>();
        for (Column column : ALL) {
            named.put(ColumnAliases.key(column.header), column);
        }
        ColumnAliases.ALIASES.forEach((alias, header) -> {
            Column column = named.get(ColumnAliases.key(header));
            if (column != null) {
                named.put(alias, column);
            }
        });
        return named;
    }
}
