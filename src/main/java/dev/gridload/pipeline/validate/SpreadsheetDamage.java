package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.RuleClass;
import dev.gridload.account.identifier.Ascii;
import dev.gridload.customer.BirthDateRule;
import dev.gridload.customer.Column;
import dev.gridload.customer.DetailRule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises what spreadsheets do to numbers. Asked only about values that have failed their own rule. */
final class SpreadsheetDamage {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+[.,]0+");

    /** A spreadsheet keeps no more. */
    private static final int EXACT_DIGITS = 15;

    static final String AS_TEXT = "Format the column as text in the spreadsheet and export the file again";

    private SpreadsheetDamage() {}

    /** Null where no damage is seen. */
    static @Nullable Explanation explain(Rule rule, Column column, String value, Cells cells) {
        if (rule == BirthDateRule.BIRTH_DATE_FORMAT || rule == DetailRule.INCORPORATED_ON_FORMAT) {
            return SpreadsheetDates.explain(rule, value);
        }
        if (rule == BirthDateRule.BIRTH_DATE_NOT_REAL) {
            return SpreadsheetDates.explainImpossible(rule, value);
        }
        if (!isNumber(column)) {
            return null;
        }
        if (!Ascii.isDigits(value, 0)) {
            return notDigits(rule, value);
        }
        Explanation zeros = LostZeros.explain(rule, column, value, cells);
        if (zeros == null
                && (rule.ruleClass() == RuleClass.CHECKSUM || column == Column.CLABE_NUMBER)
                && isRounded(value)) {
            return new Explanation(
                    rule.message() + "; all digits after the 15th are 0, as a spreadsheet leaves them",
                    AS_TEXT + "; the digits cannot be recovered from this file");
        }
        return zeros;
    }

    private static boolean isRounded(String digits) {
        for (int i = EXACT_DIGITS; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return digits.length() > EXACT_DIGITS;
    }

    private static @Nullable Explanation notDigits(Rule rule, String value) {
        if (SCIENTIFIC.matcher(value).matches()) {
            return new Explanation(
                    rule.message() + "; found scientific notation: digits are lost",
                    AS_TEXT + "; the digits cannot be recovered from this file");
        }
        return DECIMAL.matcher(value).matches()
                ? new Explanation(rule.message() + "; found a decimal fraction of zero", AS_TEXT)
                : null;
    }

    /** Whether a column holds a number that no arithmetic is done with. */
    private static boolean isNumber(Column column) {
        return switch (column) {
            case ROUTING_NUMBER,
                    ACCOUNT_NUMBER,
                    CLABE_NUMBER,
                    PHONE_NUMBER,
                    BANK_CODE,
                    BRANCH_CODE,
                    SORT_CODE,
                    PIX_KEY -> true;
            default -> false;
        };
    }
}
