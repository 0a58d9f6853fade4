package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextTest {

    private final CopyText text = new CopyText(0);

    private String written() {
        return new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
    }

    @Test
    void fieldsAreApartByTabAndRowsByLineFeed() {
        text.field("a").field(1).endRow();
        text.field("b").field(2).endRow();

        assertThat(written()).isEqualTo("a\t1\nb\t2\n");
    }

    @Test
    void nullIsNotTheTextThatStandsForIt() {
        text.field(null).field("\\N").field("").key(0).endRow();

        assertThat(written()).isEqualTo("\\N\t\\\\N\t\t\\N\n");
    }

    @Test
    void whatWouldEndAFieldIsEscapedAlsoBehindOtherAlphabets() {
        text.field("a\tb\nc\rd\\e").field("é\tü\n漢\r\uD83D\uDE00\\").endRow();

        assertThat(written()).isEqualTo("a\\tb\\nc\\rd\\\\e\té\\tü\\n漢\\r\uD83D\uDE00\\\\\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 9, 10, -10, 1234567890123456789L, Long.MAX_VALUE, -Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersAreWrittenInFull(long number) {
        text.field(number).key(number);

        assertThat(written()).isEqualTo(number + "\t" + number);
    }

    @Test
    void growsWithWhatIsWritten() {
        String value = "x".repeat(300) + "\\".repeat(300) + "é".repeat(300);
        for (int i = 0; i < 20; i++) {
            text.field(value).endRow();
        }

        assertThat(written()).isEqualTo(("x".repeat(300) + "\\\\".repeat(300) + "é".repeat(300) + "\n").repeat(20));
    }
}
