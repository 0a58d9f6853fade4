package dev.gridload.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.GuidesType;
import dev.gridload.customer.Column;
import dev.gridload.customer.SourceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    @Test
    void neverShowsWhoACustomerIs() {
        for (Column column : Column.values()) {
            for (String secret :
                    List.of("Wilhelmina <Secret>", "wilhelmina@secret", "19630223000", "9876543210987654321")) {
                TestRows rows = TestRows.individual()
                        .usAccount()
                        .with(Column.UMA_ADDRESS, "x")
                        .with(column, secret);
                if (column == Column.PLATFORM_CUSTOMER_ID || (column == Column.COUNTRY && secret.startsWith("W"))) {
                    continue;
                }
                assertThat(rows.problems(RuleSet.production()).toString())
                        .as(column + " " + secret)
                        .doesNotContain(secret)
                        .doesNotContain("Secret")
                        .doesNotContain("secret")
                        .doesNotContain(secret.substring(0, 8));
            }
        }
    }

    @Test
    void showsTheLastFourOfANumberAndTheLengthOfAName() {
        assertThat(Masked.of(Column.ACCOUNT_NUMBER, "123456789")).isEqualTo("****6789");
        assertThat(Masked.of(Column.ACCOUNT_NUMBER, "12345")).isEqualTo("****45");
        assertThat(Masked.of(Column.ACCOUNT_NUMBER, "1234")).isEqualTo("(1-4 characters)");
        assertThat(Masked.of(Column.FULL_NAME, "Jane Doe")).isEqualTo("(5-8 characters)");
        assertThat(Masked.of(Column.BIRTH_DATE, "1990-01-15")).isEqualTo("(9-16 characters)");
        assertThat(Masked.of(Column.PIX_KEY, "12345678909")).isEqualTo("(9-16 characters)");
        assertThat(Masked.of(Column.COUNTRY, "United States")).isEqualTo("United States");
        assertThat(Masked.of(Column.PROVIDER, "M\u0000\u001b[31mPESA")).isEqualTo("M\\u0000\\u001b[31mPESA");
        assertThat(Masked.of(Column.CUSTOMER_TYPE, "X".repeat(60))).isEqualTo("X".repeat(40) + "...");
    }

    @Test
    void judgesRowsOfRandomCharactersWithoutFailing() {
        Random random = new Random(3);
        Validator validator = new Validator(
                Mapping.of(new dev.gridload.customer.Header(java.util.Arrays.stream(Column.values())
                        .map(Column::header)
                        .toList())),
                RuleSet.production(),
                TestRows.CLOCK);
        for (int i = 0; i < 3_000; i++) {
            List<String> values = new ArrayList<>();
            for (Column column : Column.values()) {
                values.add(
                        column == Column.ACCOUNT_TYPE && random.nextInt(10) > 0
                                ? GuidesType.values()[random.nextInt(15)].name()
                                : column == Column.PIX_KEY_TYPE
                                        ? List.of("CPF", "CNPJ", "EMAIL", "PHONE", "RANDOM")
                                                .get(random.nextInt(5))
                                        : random(random));
            }
            assertThat(validator.validate(new SourceRow(i, i, values, null))).isNotNull();
        }
    }

    private static String random(Random random) {
        String alphabet = "0123456789ABCabc@.-+$ ='\"\u0000\ufeff\u00a0\uff11\u0661\ud83d\ude00\u202e";
        StringBuilder value = new StringBuilder(
                List.of("", "spark1", "0x", "+254", "DE", "INDIVIDUAL").get(random.nextInt(6)));
        for (int length = random.nextInt(random.nextInt(10) == 0 ? 90 : 12); length > 0; length--) {
            value.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return value.toString();
    }
}
