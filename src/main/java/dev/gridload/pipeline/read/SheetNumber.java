package dev.gridload.pipeline.read;

import java.math.BigDecimal;

/**
 * The number of a cell as digits: an identifier must not come out as 2.1000021E7 or 21000021.0. One of more digits than a cell can
 * keep is written in scientific notation, which says what became of it: with zeros, it would pass for an account number.
 */
final class SheetNumber {

    /** What a double can hold; other exponents are no number of a spreadsheet. */
    private static final int MOST_DIGITS = 400;

    /** Digits that a spreadsheet keeps of a number (IEEE 754 double precision, as spreadsheets show it). */
    private static final int EXACT_DIGITS = 15;

    private SheetNumber() {}

    static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if (Math.abs((long) shortest.scale()) > MOST_DIGITS) {
            return shortest.toString();
        }
        return shortest.precision() - shortest.scale() > EXACT_DIGITS ? scientific(shortest) : shortest.toPlainString();
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        String rest = digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + (rest.isEmpty() ? "" : "." + rest) + "E+"
                + (number.precision() - number.scale() - 1);
    }
}
