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

class RepairsTest {

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
    void aValueThatIsLeftAtAGlanceIsOneThatNoRepairWouldTouch() {
        Random random = new Random(7);
        String pieces = " -'=\"\t\naZ09+.:@/ABdIBANEVP00254\u00a0\u200b\u00e9\uff11\u007f";
        Repairs repairs = new Repairs(AccountTypes.ofGuides());
        Set<Column> left = EnumSet.noneOf(Column.class);
        for (Column column : Column.values()) {
            for (int i = 0; i < 20_000; i++) {
                StringBuilder value = new StringBuilder();
                for (int length = 1 + random.nextInt(6); length > 0; length--) {
                    value.append(pieces.charAt(random.nextInt(pieces.length())));
                }
                GuidesType[] types = GuidesType.values();
                GuidesType type = random.nextBoolean() ? null : types[random.nextInt(types.length)];
                if (Repairs.leaves(column, value.toString())) {
                    left.add(column);
                    Repair repair = repairs.of(column, value.toString(), type, random.nextBoolean() ? "CPF" : null);
                    assertThat(repair.value()).as("%s of %s", column, type).isEqualTo(value.toString());
                    assertThat(repair.made()).isEmpty();
                }
            }
        }
        assertThat(left).hasSizeGreaterThan(25).doesNotContain(Column.PHONE_NUMBER, Column.PIX_KEY, Column.IBAN);
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

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }
}
