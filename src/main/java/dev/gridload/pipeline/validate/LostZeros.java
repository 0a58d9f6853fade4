package dev.gridload.pipeline.validate;

import dev.gridload.account.GuidesType;
import dev.gridload.account.Rule;
import dev.gridload.account.identifier.Ascii;
import dev.gridload.account.identifier.CadBankRule;
import dev.gridload.account.identifier.ClabeRule;
import dev.gridload.account.identifier.PixKeyRule;
import dev.gridload.account.identifier.RoutingNumberRule;
import dev.gridload.customer.Cell;
import dev.gridload.customer.Column;
import dev.gridload.customer.PostalCodeRule;
import org.jspecify.annotations.Nullable;

/**
 * Recognises numbers whose leading zeros a spreadsheet has cut. The probable value is told where it is a public code; of an
 * account or a tax number it is told how many zeros are missing.
 */
final class LostZeros {

    private static final int MOST_OF_A_POSTAL_CODE = 3;

    private LostZeros() {}

    /** Null where zeros in front would not make a good value. */
    static @Nullable Explanation explain(Rule rule, Column column, String value, Cells cells) {
        int missing = length(column, cells) - value.length();
        if (missing <= 0 || !Ascii.isDigits(value, 0) || !passes(column, "0".repeat(missing) + value, cells)) {
            return null;
        }
        return new Explanation(
                rule.message() + "; found " + Found.in(value) + ", and with leading zeros they would fit",
                hint(isPublic(column) ? "0".repeat(missing) + value : null, missing));
    }

    /** The same for a postal code, beside its country. */
    static @Nullable Explanation ofPostalCode(Rule rule, String value, @Nullable String country) {
        CharSequence land = country == null ? null : Cell.asked(country);
        for (int missing = 1; missing <= MOST_OF_A_POSTAL_CODE && Character.isDigit(value.charAt(0)); missing++) {
            String padded = "0".repeat(missing) + value;
            if (PostalCodeRule.check(land, Cell.asked(padded)) == null) {
                return new Explanation(
                        rule.message() + "; found " + Found.in(value) + ", and with leading zeros they would fit",
                        hint(padded, missing));
            }
        }
        return null;
    }

    private static String hint(@Nullable String probably, int missing) {
        String lost = probably != null
                ? "probably " + probably
                : "probably the same with " + missing + (missing == 1 ? " zero" : " zeros") + " in front";
        return "The column was a number in the spreadsheet, " + lost + ". " + SpreadsheetDamage.AS_TEXT;
    }

    private static boolean isPublic(Column column) {
        return column == Column.ROUTING_NUMBER
                || column == Column.BANK_CODE
                || column == Column.BRANCH_CODE
                || column == Column.SORT_CODE;
    }

    /** How long a value of the column is; 0 where that differs. */
    private static int length(Column column, Cells cells) {
        return switch (column) {
            case ROUTING_NUMBER -> 9;
            case CLABE_NUMBER -> 18;
            case BANK_CODE -> 3;
            case SORT_CODE -> 6;
            case BRANCH_CODE -> 5;
            case ACCOUNT_NUMBER -> cells.accountType() == GuidesType.NGN_ACCOUNT ? 10 : 0;
            case PIX_KEY ->
                "CPF".equals(cells.value(Column.PIX_KEY_TYPE))
                        ? 11
                        : "CNPJ".equals(cells.value(Column.PIX_KEY_TYPE)) ? 14 : 0;
            default -> 0;
        };
    }

    private static boolean passes(Column column, String value, Cells cells) {
        CharSequence padded = Cell.asked(value);
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
