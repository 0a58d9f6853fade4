package dev.gridload.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @Test
    void optionOverridesOneSettingAndLeavesTheRest() {
        JobDefinition job = JobDefinition.defaults().toBuilder()
                .set(Setting.PART_ROWS, "100")
                .set(Setting.RATE, "2.5")
                .build();

        assertThat(job.sending().partRows()).isEqualTo(100);
        assertThat(job.sending().rate()).isEqualTo(new BigDecimal("2.5"));
        assertThat(job.sending().partBytes()).isEqualTo(50_000_000);
        assertThat(job.sending().settle()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            PART_ROWS    | 0        | part-rows: "0" is not a whole number from 1 to 1,000,000. For example: part-rows: 5000
            PART_ROWS    | 5,000    | part-rows: "5,000" is not a whole number from 1 to 1,000,000. For example: part-rows: 5000
            PART_ROWS    | +5       | part-rows: "+5" is not a whole number from 1 to 1,000,000. For example: part-rows: 5000
            PART_ROWS    | ٥        | part-rows: "٥" is not a whole number from 1 to 1,000,000. For example: part-rows: 5000
            PART_BYTES   | 50       | part-bytes: "50" is not a size from 1KB to 99MB. For example: part-bytes: 50MB
            PART_BYTES   | 101MB    | part-bytes: "101MB" is not a size from 1KB to 99MB. For example: part-bytes: 50MB
            PART_BYTES   | 999999999999999GB | part-bytes: "999999999999999GB" is not a size from 1KB to 99MB. For example: part-bytes: 50MB
            SETTLE       | 10       | settle: "10" is not a duration from 1s to 7d. For example: settle: 10m
            SETTLE       | ``       | settle: "" is not a duration from 1s to 7d. For example: settle: 10m
            SETTLE       | 8d       | settle: "8d" is not a duration from 1s to 7d. For example: settle: 10m
            RATE         | 0        | rate: "0" is not a number above 0 and up to 10000. For example: rate: 20
            RATE         | 1e9      | rate: "1e9" is not a number above 0 and up to 10000. For example: rate: 20
            MAX_FAILURES | 101%     | max-failures: "101%" is not a number of rows, or a share from 0% to 100%. For example: max-failures: 5%
            MAX_FAILURES | -1       | max-failures: "-1" is not a number of rows, or a share from 0% to 100%. For example: max-failures: 5%
            DRY_RUN      | yes      | dry-run: "yes" is not true or false. For example: dry-run: true
            ROUTE        | BULK     | route: "BULK" is not one of bulk, direct, auto. For example: route: bulk
            DELIMITER    | ,,       | delimiter: ",," is not one punctuation character, or one of comma, semicolon, tab, pipe, caret. For example: delimiter: semicolon
            DELIMITER    | a        | delimiter: "a" is not one punctuation character, or one of comma, semicolon, tab, pipe, caret. For example: delimiter: semicolon
            CHARSET      | utf-9    | charset: "utf-9" is not a character set known here. For example: charset: windows-1252
            CHARSET      | ``       | charset: "" is not a character set known here. For example: charset: windows-1252
            NAME         | a b      | name: "a b" is not 1 to 64 letters, digits, "-" or "_". For example: name: nightly
            OUTPUT       | ``       | output: "" is not a path. For example: output: results
            INPUT        | ` `      | input: " " is not a file or a pattern such as drop/*.csv. For example: input: drop/*.csv
            """)
    void refusesWithKeyValueAndRule(Setting setting, String text, String message) {
        assertThatThrownBy(() -> JobDefinition.defaults().toBuilder().set(setting, text))
                .isInstanceOf(IllegalSetting.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"50MB, 50000000", "512KiB, 524288", "1 MB, 1000000", "100000B, 100000"})
    void readsSizesInDecimalAndBinaryUnits(String text, long bytes) {
        JobDefinition job = JobDefinition.defaults().toBuilder()
                .set(Setting.PART_BYTES, text)
                .build();

        assertThat(job.sending().partBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "10m, PT10M", "2h, PT2H", "1d, PT24H", "1h30m, PT1H30M"})
    void readsDurations(String text, Duration duration) {
        JobDefinition job =
                JobDefinition.defaults().toBuilder().set(Setting.SETTLE, text).build();

        assertThat(job.sending().settle()).isEqualTo(duration);
    }

    @Test
    void showsNoControlCharacterAndCutsALongValue() {
        assertThatThrownBy(() ->
                        JobDefinition.defaults().toBuilder().set(Setting.ROUTE, "\u001b[2J\u202e" + "x".repeat(99)))
                .hasMessage("route: \"\\u001B[2J\\u202E" + "x".repeat(75)
                        + "...\" is not one of bulk, direct, auto. For example: route: bulk");
    }

    @Test
    void failureLimitsStopOnlyWhenExceeded() {
        FailureLimit rows = new FailureLimit.Rows(0);
        FailureLimit share = new FailureLimit.Percent(new BigDecimal("2.5"));

        assertThat(rows.exceededBy(0, 10)).isFalse();
        assertThat(rows.exceededBy(1, 10)).isTrue();
        assertThat(share.exceededBy(25, 1_000)).isFalse();
        assertThat(share.exceededBy(26, 1_000)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 2 * * MON-FRI
            0 30 2 * * ?
            */15 8-18 1,15 JAN-MAR/2 sun
            0 0 29 2 *
            5/10 * * * 7
            """)
    void acceptsCron(String text) {
        assertThat(CronText.EXPECTED.read("cron", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * *
            60 * * * *
            * 24 * * *
            * * 0 * *
            * * * 13 *
            * * * * 8
            5-1 * * * *
            */0 * * * *
            , * * * *
            1-2-3 * * * *
            0 0 31 APR,JUN *
            @daily
            * * * * * * *
            """)
    void refusesCronThatNeverComes(String text) {
        assertThatThrownBy(() -> CronText.EXPECTED.read("cron", text)).isInstanceOf(IllegalSetting.class);
    }
}
