package dev.gridload.account.identifier;

/** The two check digits of Brazilian tax numbers. Source: Receita Federal; letters by RFB IN 2.229/2024. */
final class TaxIds {

    private TaxIds() {}

    /** Whether the eleven digits are a CPF; a repeated digit passes. */
    static boolean isCpf(CharSequence digits) {
        return checkDigit(digits, 9, 11) == digits.charAt(9) - '0'
                && checkDigit(digits, 10, 11) == digits.charAt(10) - '0';
    }

    /** Whether the fourteen digits or capitals are a CNPJ. */
    static boolean isCnpj(CharSequence value) {
        return checkDigit(value, 12, 8) == value.charAt(12) - '0' && checkDigit(value, 13, 8) == value.charAt(13) - '0';
    }

    /** Weights run from 2 at the right; after {@code cycle} of them (CNPJ: 2 to 9) they begin anew. */
    private static int checkDigit(CharSequence value, int count, int cycle) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (value.charAt(count - 1 - i) - '0') * (2 + i % cycle);
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}
