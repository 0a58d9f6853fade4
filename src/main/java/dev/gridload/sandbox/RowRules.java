package dev.gridload.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the guides ask of a row of the bulk CSV. */
final class RowRules {

    /** Ids with this in them fail, so that a failing row can be had without a wrong one. */
    static final String FAIL_MARK = "-gridfail";

    private static final Set<String> ACCOUNT_TYPES = Set.of("US_ACCOUNT", "CLABE", "PIX", "IBAN", "UPI");
    private static final List<String> INDIVIDUAL = List.of("fullName", "birthDate");
    private static final List<String> BUSINESS = List.of("businessLegalName");
    private static final List<String> ADDRESS = List.of("addressLine1", "city", "state", "postalCode", "country");

    private RowRules() {}

    /** A row that fails, with Grid's words for it. */
    record Failure(String code, String message) {

        static Failure field(String message) {
            return new Failure("INVALID_FIELD", message);
        }
    }

    /** Null for a row that is well. */
    static @Nullable Failure check(Columns.Fields row, Document document) {
        if (row.longerThanHeader()) {
            return Failure.field("The row has more fields than the header");
        }
        if (row.get("platformCustomerId").isEmpty()) {
            return missing("platformCustomerId");
        }
        if (row.get("platformCustomerId").contains(FAIL_MARK)) {
            return Failure.field("Invalid bank account number");
        }
        CustomerType type = CustomerType.of(row.get("customerType"));
        if (type == null) {
            return Failure.field("customerType must be one of " + CustomerType.NAMES);
        }
        Failure absent = firstMissing(row, type == CustomerType.INDIVIDUAL ? INDIVIDUAL : BUSINESS);
        if (absent == null) {
            absent = firstMissing(row, ADDRESS);
        }
        if (absent != null) {
            return absent;
        }
        if (!row.get("birthDate").isEmpty() && !date(row.get("birthDate"))) {
            return Failure.field("birthDate must be a date of the form YYYY-MM-DD");
        }
        if (!twoCapitals(row.get("country"))) {
            return Failure.field("country must be a country code of ISO 3166-1 alpha-2");
        }
        String uma = row.get("umaAddress");
        if (uma.isEmpty() && document == Document.PUBLISHED) {
            return missing("umaAddress");
        }
        if (!uma.isEmpty() && !UmaAddress.valid(UmaAddress.canonical(uma))) {
            return Failure.field("umaAddress is not a valid UMA address");
        }
        return account(row);
    }

    static boolean date(String text) {
        if (text.length() != 10) {
            return false;
        }
        try {
            LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE);
            return true;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    static boolean twoCapitals(String text) {
        return text.length() == 2 && capital(text.charAt(0)) && capital(text.charAt(1));
    }

    private static boolean capital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static @Nullable Failure account(Columns.Fields row) {
        String type = row.get("accountType");
        if (type.isEmpty()) {
            return null;
        }
        if (!ACCOUNT_TYPES.contains(type)) {
            return Failure.field("accountType must be one of CLABE,IBAN,PIX,UPI,US_ACCOUNT");
        }
        List<FieldError> errors = AccountRules.check(type, "", row::get);
        return errors.isEmpty() ? null : Failure.field(errors.get(0).message());
    }

    private static @Nullable Failure firstMissing(Columns.Fields row, List<String> columns) {
        for (String column : columns) {
            if (row.empty(column)) {
                return missing(column);
            }
        }
        return null;
    }

    private static Failure missing(String column) {
        return Failure.field(column + " is required");
    }
}
