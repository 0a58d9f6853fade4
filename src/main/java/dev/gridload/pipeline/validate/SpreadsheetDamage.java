package dev.gridload.pipeline.validate;

import dev.gridload.account.AccountType;
import dev.gridload.account.Rule;
import dev.gridload.account.RuleClass;
import dev.gridload.account.identifier.CadBankRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.PixKeyRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.customer.BirthDateRule;
import dev.gridload.customer.Column;
import dev.gridload.customer.DetailRule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises what spreadsheets do to numbers. Asked only about values that have failed their own rule. */
final class SpreadsheetDamage {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+[.,]0+");
    private static final Pattern ROUNDED = Pattern.compile("[0-9]{15}0+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final String AS_TEXT = "Format the column as text in the spreadsheet and export the file again";

    private SpreadsheetDamage() {}

    /** Null where no damage is seen. */
    static @Nullable Explanation explain(Rule rule, Column column, String value, Cells cells) {
        if (rule == BirthDateRule.BIRTH_DATE_FORMAT) {
            return SpreadsheetDates.explain(rule, value);
        }
        if (rule == DetailRule.INCORPORATED_ON_FORMAT) {
            return SpreadsheetDates.explain(rule, value);
        }
        if (!isNumber(column)) {
            return null;
        }
        if (SCIENTIFIC.matcher(value).matches()) {
            return new Explanation(
                    rule.message() + "; found scientific notation: digits are lost",
                    AS_TEXT + "; the digits cannot be recovered from this file");
        }
        if (DECIMAL.matcher(value).matches()) {
            return new Explanation(rule.message() + "; found a decimal fraction of zero", AS_TEXT);
        }
        if (rule.ruleClass() == RuleClass.CHECKSUM && ROUNDED.matcher(value).matches()) {
            return new Explanation(
                    rule.message() + "; all digits after the 15th are 0, as a spreadsheet leaves them",
                    AS_TEXT + "; the digits cannot be recovered from this file");
        }
        return lostZeros(rule, column, value, cells);
    }

    private static @Nullable Explanation lostZeros(Rule rule, Column column, String value, Cells cells) {
        int missing = length(column, cells) - value.length();
        if (missing <= 0 || !DIGITS.matcher(value).matches() || !passes(column, "0".repeat(missing) + value, cells)) {
            return null;
        }
        return new Explanation(
                rule.message() + "; found " + Found.in(value) + ", and with leading zeros they would fit",
                "The column was a number in the spreadsheet. " + AS_TEXT);
    }

    private static boolean isNumber(Column column) {
        return switch (column) {
            case ROUTING_NUMBER, ACCOUNT_NUMBER, CLABE_NUMBER, PHONE_NUMBER, BANK_CODE, BRANCH_CODE, PIX_KEY -> true;
            default -> false;
        };
    }

    /** How long a value of the column is; 0 where that differs. */
    private static int length(Column column, Cells cells) {
        return switch (column) {
            case ROUTING_NUMBER -> 9;
            case CLABE_NUMBER -> 18;
            case BANK_CODE -> 3;
            case BRANCH_CODE -> 5;
            case ACCOUNT_NUMBER -> cells.accountType() == AccountType.NGN_ACCOUNT ? 10 : 0;
            case PIX_KEY ->
                "CPF".equals(cells.value(Column.PIX_KEY_TYPE))
                        ? 11
                        : "CNPJ".equals(cells.value(Column.PIX_KEY_TYPE)) ? 14 : 0;
            default -> 0;
        };
    }

    private static boolean passes(Column column, String padded, Cells cells) {
        Rule broken = switch (column) {
            case ROUTING_NUMBER -> RoutingNumberRule.check(padded);
            case CLABE_NUMBER -> ClabeRule.check(padded);
            case BANK_CODE -> CadBankRule.check(padded);
            case PIX_KEY -> PixKeyRule.check(padded, cells.value(Column.PIX_KEY_TYPE));
            default -> null;
        };
        return broken == null;
    }
}
