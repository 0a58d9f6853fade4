package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.AccountTypes;
import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import dev.gridload.customer.Problem;
import dev.gridload.customer.Severity;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class RepairsTest {

    private static final String HOSTILE = "AZaz09 -='\"@~\t\n\u0000\u007f\u00a0\u00ad\u00e9\u200b\u2066\uff11\ud83d";

    /** What is mended of these depends on more than their characters. */
    private static final Set<Column> BY_THEMSELVES = EnumSet.of(
            Column.ACCOUNT_TYPE,
            Column.PIX_KEY_TYPE,
            Column.PROVIDER,
            Column.IBAN,
            Column.PHONE_NUMBER,
            Column.BENEFICIARY_PHONE_NUMBER,
            Column.ACCOUNT_TAX_ID,
            Column.PIX_KEY,
            Column.WALLET_ADDRESS);

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    @ParameterizedTest
    @CsvFileSource(resources = "/spec/repairs.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void mendsWhatItMayAndNothingElse(String column, String type, String found, String mended, String codes) {
        boolean pix = "pixKey".equals(column);
        Repair repair = new Repairs(AccountTypes.ofGuides())
                .of(
                        Objects.requireNonNull(Column.named(column)),
                        unescaped(found),
                        type == null || pix ? null : GuidesType.valueOf(type),
                        pix ? type : null);

        assertThat(repair.value()).isEqualTo(unescaped(mended));
        assertThat(repair.made().stream().map(RepairRule::code).collect(Collectors.joining(" ")))
                .isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void reportsARepairWithTheMaskedOldAndNewValue() {
        assertThat(TestRows.individual()
                        .usAccount()
                        .with(Column.ROUTING_NUMBER, "021 000-021")
                        .problems(RuleSet.production()))
                .containsExactly(new Problem(
                        7,
                        9,
                        "cust-1",
                        "routingNumber",
                        Severity.WARNING,
                        "REPAIRED_SEPARATORS",
                        "Spaces and hyphens inside the number were taken away",
                        "Nothing to do",
                        "****-021 -> ****0021"));
    }

    @Test
    void checksTheMendedValue() {
        Verdict verdict = TestRows.individual()
                .usAccount()
                .with(Column.CUSTOMER_TYPE, " individual ")
                .with(Column.ACCOUNT_TYPE, "usd_account")
                .validate();

        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        assertThat(accepted.customer().value(Column.ACCOUNT_TYPE)).isEqualTo("US_ACCOUNT");
        assertThat(accepted.warnings().stream().map(Problem::code))
                .containsExactly("REPAIRED_SPACES", "REPAIRED_CASE", "REPAIRED_CASE", "REPAIRED_NAME");
    }

    @Test
    void leavesColumnsOfOtherAccountTypesAlone() {
        assertThat(TestRows.individual().usAccount().with(Column.IBAN, " de89 ").said())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void leavesOutOnlyWhatItWouldNotHaveMended(Column column) {
        Random random = new Random(20261123);
        Repairs repairs = new Repairs(AccountTypes.ofGuides());
        int left = 0;
        for (int i = 0; i < 5_000; i++) {
            String found = random(random);
            Repair repair = repairs.of(column, found, GuidesType.SPARK_WALLET, null);
            if (Repairs.leaves(column, Spelling.of(found))) {
                left++;
                assertThat(repair.value()).isEqualTo(found);
                assertThat(repair.made()).isEmpty();
            }
        }
        assertThat(left > 0).isEqualTo(!BY_THEMSELVES.contains(column));
    }

    /** Of few characters, so that those which are mended come together often. */
    private static String random(Random random) {
        String from = random.nextBoolean() ? "AB7" : HOSTILE;
        StringBuilder value = new StringBuilder();
        for (int length = 1 + random.nextInt(6); length > 0; length--) {
            value.append(from.charAt(random.nextInt(from.length())));
        }
        return value.toString();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }
}
