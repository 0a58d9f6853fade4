package dev.gridload.pipeline.report;

/**
 * A cell that a spreadsheet would run. It is written with an apostrophe in front; one that has apostrophes before such a beginning
 * gets one more, so that taking one off again gives back any text as it was.
 */
public final class FormulaCell {

    /** Equals, plus, minus, at, their full-width forms, tab, carriage return and NUL (OWASP ASVS 1.2.10, CWE-1236). */
    static final String STARTS = "=+-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaCell() {}

    /** Whether the cell has to be written with an apostrophe in front. */
    static boolean needsApostrophe(CharSequence cell) {
        int start = apostrophes(cell);
        return start < cell.length() && STARTS.indexOf(cell.charAt(start)) >= 0;
    }

    /** The text that was meant by a cell of one of our own files. */
    public static String meaning(String cell) {
        return apostrophes(cell) > 0 && needsApostrophe(cell) ? cell.substring(1) : cell;
    }

    private static int apostrophes(CharSequence cell) {
        int count = 0;
        while (count < cell.length() && cell.charAt(count) == '\'') {
            count++;
        }
        return count;
    }
}
