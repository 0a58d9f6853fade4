package dev.gridload.pipeline.validate;

import dev.gridload.account.identifier.Ascii;
import org.jspecify.annotations.Nullable;

/** Brings telephone numbers into international form where only one reading is left. */
final class PhoneRepairs {

    private PhoneRepairs() {}

    /**
     * Mends 00 for +, a lost plus before {@code countryCode}, and a trunk zero kept behind it.
     *
     * @param countryCode null where the number may be of any country; only 00 is mended then
     */
    static void international(Repair repair, @Nullable String countryCode) {
        String value = repair.value();
        if (!isNumber(value)) {
            return;
        }
        if (countryCode == null) {
            if (value.startsWith("00")) {
                repair.by(RepairRule.REPAIRED_PHONE, "+" + value.substring(2));
            }
            return;
        }
        String digits =
                value.startsWith("+") ? value.substring(1) : value.startsWith("00") ? value.substring(2) : value;
        String country = countryCode.substring(1);
        if (digits.startsWith(country)) {
            String national = digits.substring(country.length());
            repair.by(
                    RepairRule.REPAIRED_PHONE,
                    countryCode + (national.startsWith("0") ? national.substring(1) : national));
        }
    }

    private static boolean isNumber(String value) {
        int from = value.startsWith("+") ? 1 : 0;
        return value.length() > from && Ascii.isDigits(value, from);
    }
}
