package dev.gridload.customer;

import java.util.Locale;
import java.util.Map;

/** The names under which other systems, and Grid's newer documents, export the same columns. */
final class ColumnAliases {

    /** By {@link #key}; a name that two columns could claim is not here. */
    static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("address", "walletAddress"),
            Map.entry("wallet", "walletAddress"),
            Map.entry("currency", "currencyCode"),
            Map.entry("bic", "swiftBic"),
            Map.entry("swift", "swiftBic"),
            Map.entry("swiftcode", "swiftBic"),
            Map.entry("biccode", "swiftBic"),
            Map.entry("bankaccounttype", "accountCategory"),
            Map.entry("phone", "phoneNumber"),
            Map.entry("mobile", "phoneNumber"),
            Map.entry("mobilenumber", "phoneNumber"),
            Map.entry("taxid", "businessTaxId"),
            Map.entry("registrationnumber", "businessRegistrationNumber"),
            Map.entry("legalname", "businessLegalName"),
            Map.entry("businessname", "businessLegalName"),
            Map.entry("customerid", "platformCustomerId"),
            Map.entry("platformid", "platformCustomerId"),
            Map.entry("uma", "umaAddress"),
            Map.entry("dateofbirth", "birthDate"),
            Map.entry("dob", "birthDate"),
            Map.entry("emailaddress", "email"),
            Map.entry("address1", "addressLine1"),
            Map.entry("line1", "addressLine1"),
            Map.entry("streetaddress", "addressLine1"),
            Map.entry("address2", "addressLine2"),
            Map.entry("line2", "addressLine2"),
            Map.entry("province", "state"),
            Map.entry("zip", "postalCode"),
            Map.entry("zipcode", "postalCode"),
            Map.entry("postcode", "postalCode"),
            Map.entry("countrycode", "country"),
            Map.entry("routing", "routingNumber"),
            Map.entry("aba", "routingNumber"),
            Map.entry("abaroutingnumber", "routingNumber"),
            Map.entry("clabe", "clabeNumber"),
            Map.entry("ibannumber", "iban"),
            Map.entry("upi", "vpa"),
            Map.entry("upiid", "vpa"),
            Map.entry("transitnumber", "branchCode"),
            Map.entry("institutionnumber", "bankCode"));

    private ColumnAliases() {}

    /** A header without case, spaces, hyphens, underscores, periods and byte order mark. */
    static String key(String header) {
        StringBuilder key = new StringBuilder(header.length());
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c > ' ' && " -_.\u00a0\u200b\ufeff".indexOf(c) < 0) {
                key.append(c);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    static boolean isOfResults(String header) {
        String name = header.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("gridload_")
                || name.equals("gridcustomerid")
                || name.equals("gridaccountid")
                || name.equals("gridaccountstatus")
                || name.equals("outcome");
    }
}
