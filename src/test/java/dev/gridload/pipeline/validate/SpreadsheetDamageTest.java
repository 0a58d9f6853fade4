package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.Column;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetDamageTest {

    @Test
    void recognisesLostLeadingZeros() {
        Problem problem = only(TestRows.individual().usAccount().with(Column.ROUTING_NUMBER, "21000021"));

        assertThat(problem.code()).isEqualTo("ABA_FORMAT");
        assertThat(problem.message())
                .isEqualTo("A routing number is 9 digits; found 8 digits, and with leading zeros they would fit");
        assertThat(problem.hint())
                .isEqualTo("The column was a number in the spreadsheet, probably 021000021. "
                        + "Format the column as text in the spreadsheet and export the file again");
        assertThat(only(TestRows.individual().usAccount().with(Column.ROUTING_NUMBER, "21000022"))
                        .message())
                .isEqualTo("A routing number is 9 digits; found 8 digits");
    }

    @Test
    void saysOfAnAccountOnlyHowManyZerosAreLost() {
        Problem problem = only(AccountRowsTest.row("CLABE", "clabeNumber=32180000118359719;bankName=x"));

        assertThat(problem.hint())
                .isEqualTo("The column was a number in the spreadsheet, probably the same with 1 zero in front. "
                        + "Format the column as text in the spreadsheet and export the file again");
    }

    @ParameterizedTest
    @CsvSource({"US,2134,02134", "US,501,00501", "US,2134-1234,02134-1234", "MX,6600,06600", "BR,1310-100,01310-100"})
    void recognisesPostalCodesWithoutTheirZeros(String country, String value, String probably) {
        Problem problem =
                only(TestRows.individual().with(Column.COUNTRY, country).with(Column.POSTAL_CODE, value));

        assertThat(problem.severity()).isEqualTo(Severity.WARNING);
        assertThat(problem.message()).endsWith(", and with leading zeros they would fit");
        assertThat(problem.hint())
                .isEqualTo("The column was a number in the spreadsheet, probably " + probably
                        + ". Format the column as text in the spreadsheet and export the file again");
    }

    @Test
    void recognisesMonthAndDayInTheWrongOrder() {
        Problem swapped = only(TestRows.individual().with(Column.BIRTH_DATE, "1990-31-01"));
        Problem tooLong = only(TestRows.individual().with(Column.BIRTH_DATE, "1990-02-30"));
        Problem nothing = only(TestRows.individual().with(Column.BIRTH_DATE, "1990-31-31"));

        assertThat(swapped.message()).isEqualTo("The calendar has no such day; found year, day and month");
        assertThat(swapped.hint())
                .isEqualTo("Day and month look swapped: write year, month and day, so exchange the last two numbers");
        assertThat(tooLong.message())
                .isEqualTo("The calendar has no such day; found a day that this month has not in that year");
        assertThat(tooLong.hint()).isEqualTo("Compare the day with the identity document");
        assertThat(nothing.hint()).isEqualTo("Check month and day; they may be swapped");
    }

    @Test
    void recognisesScientificNotation() {
        Problem problem = only(AccountRowsTest.row("CLABE", "clabeNumber=3.2180000118E+16;bankName=x"));

        assertThat(problem.message()).isEqualTo("A CLABE is 18 digits; found scientific notation: digits are lost");
        assertThat(problem.hint())
                .isEqualTo("Format the column as text in the spreadsheet and export the file again; "
                        + "the digits cannot be recovered from this file");
    }

    @Test
    void doesNotTakeAGoodCnpjWithAnEForScientificNotation() {
        Problem problem = only(AccountRowsTest.row("PIX", "pixKey=1234567800E113;pixKeyType=CNPJ"));

        assertThat(problem.code()).isEqualTo("PIX_CNPJ_ALPHANUMERIC");
        assertThat(problem.message())
                .isEqualTo("The CNPJ has letters: good since July 2026, but Grid may still refuse it");
    }

    @Test
    void recognisesDigitsThatWereRoundedAway() {
        Problem problem = only(AccountRowsTest.row("CLABE", "clabeNumber=032180000118359000;bankName=x"));

        assertThat(problem.code()).isEqualTo("CLABE_CHECKSUM");
        assertThat(problem.message())
                .isEqualTo("The control digit of the CLABE does not fit the other digits; "
                        + "all digits after the 15th are 0, as a spreadsheet leaves them");
    }

    @Test
    void recognisesADecimalFraction() {
        Problem problem = only(TestRows.individual().usAccount().with(Column.ACCOUNT_NUMBER, "123456789.0"));

        assertThat(problem.message())
                .isEqualTo("A US account number is 4 to 17 digits; found a decimal fraction of zero");
    }

    /** {@code spec/dates.csv}: the form in which a spreadsheet wrote a day, what is said behind the rule, and the hint. */
    @ParameterizedTest
    @CsvFileSource(resources = "/spec/dates.csv", numLinesToSkip = 1)
    void explainsDatesOfSpreadsheets(String value, String found, String hint) {
        Problem problem = only(TestRows.individual().with(Column.BIRTH_DATE, value));

        assertThat(problem.code()).isEqualTo("BIRTH_DATE_FORMAT");
        assertThat(problem.message()).isEqualTo("A date of birth is written YYYY-MM-DD; found " + found);
        assertThat(problem.hint()).isEqualTo(hint);
    }

    @Test
    void namesTheColumnThatAValueBelongsTo() {
        assertThat(only(AccountRowsTest.row("CLABE", "clabeNumber=DE89370400440532013000;bankName=x"))
                        .message())
                .isEqualTo("A CLABE is 18 digits; found what looks like a value of the column iban");
        assertThat(only(TestRows.individual().with(Column.BIRTH_DATE, "jane@example.com"))
                        .message())
                .isEqualTo("A date of birth is written YYYY-MM-DD; found what looks like a value of the column email");
    }

    private static Problem only(TestRows rows) {
        assertThat(rows.problems(RuleSet.production())).hasSize(1);
        return rows.problems(RuleSet.production()).get(0);
    }
}
