package dev.gridload.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {

    @ParameterizedTest
    @CsvSource({"0.5, 16", "100, 16", "160, 16", "200, 20", "500, 50", "640, 64", "5000, 64"})
    void areEnoughForARateWhoseAnswersTakeATenthOfASecond(String rate, int calls) {
        assertThat(new JobBuilder(Path.of(".")).set(Setting.RATE, rate).build().calls())
                .isEqualTo(calls);
    }

    @Test
    void areSixteenWithoutARateAndWhatWasAskedForWithOne() {
        assertThat(new JobBuilder(Path.of(".")).build().calls()).isEqualTo(16);
        assertThat(new JobBuilder(Path.of("."))
                        .set(Setting.RATE, "500")
                        .set(Setting.CALLS, "3")
                        .build()
                        .calls())
                .isEqualTo(3);
    }
}
