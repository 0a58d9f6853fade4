package dev.gridload.sandbox;

/** How an entry of the list of errors may name its row instead of its customer. */
enum RowNumbers {
    ZERO_BASED,
    ONE_BASED,
    /** As a spreadsheet shows it: the header is row 1. */
    HEADER_BASED,
    /** {@code row_1} for the first. */
    ROW_N;

    /** @param number of the row, counted from 1 */
    String name(int number) {
        return switch (this) {
            case ZERO_BASED -> Integer.toString(number - 1);
            case ONE_BASED -> Integer.toString(number);
            case HEADER_BASED -> Integer.toString(number + 1);
            case ROW_N -> "row_" + number;
        };
    }
}
