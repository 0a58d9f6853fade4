package dev.gridload.account.identifier;

/** Mobile numbers of Brazil. Source: Anatel's numbering plan; area codes as in libphonenumber 9.0.43. */
final class BrazilianNumbers {

    private static final String AREAS =
            "11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 "
                    + "48 49 51 53 54 55 61 62 63 64 65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 "
                    + "98 99";

    private BrazilianNumbers() {}

    /** Whether {@code number} is +55, an area code, 9 and eight digits. */
    static boolean isMobile(CharSequence number) {
        return number.length() == 14
                && Ascii.startsWith(number, "+55")
                && Ascii.isDigits(number, 3)
                && number.charAt(5) == '9'
                && isArea(number.charAt(3), number.charAt(4));
    }

    private static boolean isArea(char first, char second) {
        for (int i = 0; i < AREAS.length(); i += 3) {
            if (AREAS.charAt(i) == first && AREAS.charAt(i + 1) == second) {
                return true;
            }
        }
        return false;
    }
}
