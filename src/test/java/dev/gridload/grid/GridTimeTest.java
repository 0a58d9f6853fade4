package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-10-03T12:00:00Z, 2025-10-03T12:00:00Z",
        "2024-02-29T23:59:59.5Z, 2024-02-29T23:59:59.500Z",
        "2025-10-03T12:00:00.123456789Z, 2025-10-03T12:00:00.123456789Z",
        "2025-10-03T12:00:00+02:00, 2025-10-03T10:00:00Z",
        "2025-10-03T12:00Z, 2025-10-03T12:00:00Z",
        "2025-10-03t12:00:00z, 2025-10-03T12:00:00Z",
    })
    void readsAMomentInEveryFormOfTheStandard(String text, Instant moment) {
        assertThat(GridTime.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2025-10-03",
                "2025-02-29T12:00:00Z",
                "2025-10-03T24:00:00Z",
                "2025-10-03T12:00:60Z",
                "2025-10-03T12:00:00.Z0Z",
                "2025-10-03T12:00:00.1234567890Z",
                "2025-10-03T12:00:00"
            })
    void takesNothingElseForOne(String text) {
        assertThat(GridTime.parse(text)).isNull();
    }

    @Test
    void readsLikeTheStandardLibraryWhateverStandsThere() {
        Random random = new Random(7);
        String letters = "0123456789-:.TZ+ ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("2025-10-03T12:00:00.250Z");
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                }
            }
            assertThat(GridTime.parse(text.toString())).as("%s", text).isEqualTo(byTheLibrary(text.toString()));
        }
    }

    private static @Nullable Instant byTheLibrary(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
