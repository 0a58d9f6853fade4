package dev.gridload.pipeline.read;

import java.math.BigDecimal;

/** The number of a cell as digits: an identifier must not come out as 2.1000021E7 or 21000021.0. */
final class SheetNumber {

    /** What a double can hold; other exponents are no number of a spreadsheet. */
    private static final int MOST_DIGITS = 400;

    private SheetNumber() {}

    static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        boolean writable = Math.abs((long) shortest.scale()) <= MOST_DIGITS;
        return writable ? shortest.toPlainString() : shortest.toString();
    }
}
