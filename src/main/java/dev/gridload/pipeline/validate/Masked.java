package dev.gridload.pipeline.validate;

import dev.gridload.customer.Column;

/** A value as a problem may show it: on a terminal and in a file, without giving away whose it is. */
final class Masked {

    private static final int SHOWN = 40;

    private Masked() {}

    /**
     * Words of an enumeration are shown; of numbers and addresses of accounts the last characters, four at most and never half
     * of the value; of everything that tells about a person the length alone, roughly.
     */
    static String of(Column column, String value) {
        return switch (column) {
            case CUSTOMER_TYPE,
                    ACCOUNT_TYPE,
                    COUNTRY,
                    BENEFICIARY_TYPE,
                    BENEFICIARY_COUNTRY,
                    REGION,
                    CURRENCIES,
                    PIX_KEY_TYPE,
                    BUSINESS_COUNTRY,
                    ACCOUNT_REGION,
                    BANK_COUNTRY,
                    RAIL,
                    PROVIDER,
                    ACCOUNT_CATEGORY,
                    CURRENCY_CODE -> isPrivate(column, value) ? length(value) : shown(value, SHOWN);
            case PLATFORM_CUSTOMER_ID -> isPrivate(column, value) ? length(value) : shown(value, SHOWN);
            case ROUTING_NUMBER,
                    ACCOUNT_NUMBER,
                    CLABE_NUMBER,
                    IBAN,
                    SWIFT_BIC,
                    PHONE_NUMBER,
                    BANK_CODE,
                    BRANCH_CODE,
                    WALLET_ADDRESS,
                    SORT_CODE,
                    IFSC,
                    INTERMEDIARY_ROUTING_NUMBER,
                    PLATFORM_ACCOUNT_ID -> lastOf(value);
            case FULL_NAME,
                    BIRTH_DATE,
                    INCORPORATED_ON,
                    NATIONALITY,
                    CONSENT_ACCEPTED_AT,
                    CONSENT_IP_ADDRESS,
                    CONSENT_TERMS_VERSION,
                    CONSENT_ACCEPTANCE_METHOD,
                    EMAIL,
                    UMA_ADDRESS,
                    ADDRESS_LINE_1,
                    ADDRESS_LINE_2,
                    CITY,
                    STATE,
                    POSTAL_CODE,
                    DESCRIPTION,
                    BUSINESS_LEGAL_NAME,
                    BUSINESS_REGISTRATION_NUMBER,
                    BUSINESS_TAX_ID,
                    BENEFICIARY_FULL_NAME,
                    BENEFICIARY_BIRTH_DATE,
                    BENEFICIARY_NATIONALITY,
                    BENEFICIARY_LEGAL_NAME,
                    BENEFICIARY_REGISTRATION_NUMBER,
                    BENEFICIARY_TAX_ID,
                    BENEFICIARY_PHONE_NUMBER,
                    ACCOUNT_TAX_ID,
                    INTERMEDIARY_BANK_NAME,
                    FI_TO_FI_INFORMATION,
                    VASP_NAME,
                    INVOICE,
                    BOLT12,
                    LIGHTNING_ADDRESS,
                    BENEFICIARY_ADDRESS_LINE_1,
                    BENEFICIARY_ADDRESS_LINE_2,
                    BENEFICIARY_CITY,
                    BENEFICIARY_STATE,
                    BENEFICIARY_POSTAL_CODE,
                    BANK_NAME,
                    PIX_KEY,
                    VPA -> length(value);
        };
    }

    /** The value with control characters written as {@code \\u0000}, and at most {@code most} characters of it. */
    static String shown(String value, int most) {
        if (value.length() <= most && Spelling.of(value).isPlain()) {
            return value;
        }
        StringBuilder shown = new StringBuilder();
        int end = Math.min(value.length(), most);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            boolean plain = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && !Character.isSurrogate(c)
                    && c != 0x2028
                    && c != 0x2029;
            if (plain) {
                shown.append(c);
            } else {
                shown.append(String.format("\\u%04x", (int) c));
            }
        }
        return end < value.length() ? shown + "..." : shown.toString();
    }

    /** Columns slip: an account number or an e-mail address may stand where a word should. */
    private static boolean isPrivate(Column column, String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            digits += Character.isDigit(value.charAt(i)) ? 1 : 0;
        }
        boolean phrase = value.strip().indexOf(' ') >= 0 && column != Column.COUNTRY;
        return value.indexOf('@') >= 0 || (column != Column.PLATFORM_CUSTOMER_ID && (digits >= 4 || phrase));
    }

    private static String lastOf(String value) {
        if (value.length() <= 4) {
            return length(value);
        }
        int from = value.length() - Math.min(4, (value.length() - 1) / 2);
        return "****" + shown(value.substring(from), 4);
    }

    private static String length(String value) {
        int length = value.length();
        String rough =
                length <= 4 ? "1-4" : length <= 8 ? "5-8" : length <= 16 ? "9-16" : length <= 32 ? "17-32" : "over 32";
        return "(" + rough + " characters)";
    }
}
