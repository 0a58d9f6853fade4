package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.customer.RowKeys;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineLengthsTest {

    @Test
    void aRowThatWasNotedIsKnownInWhateverOrderTheyCome() {
        LineLengths lengths = new LineLengths(3);
        lengths.note(3, 65_535);
        lengths.note(1, 7);
        assertThat(lengths.areOfAll(3)).isFalse();

        lengths.note(2, 0);

        assertThat(lengths.areOfAll(3)).isTrue();
        assertThat(lengths.of(1)).isEqualTo(7);
        assertThat(lengths.of(2)).isZero();
        assertThat(lengths.of(3)).isEqualTo(65_535);
    }

    @Test
    void aRowThatWasNotedTwiceIsNoneInPlaceOfAnother() {
        LineLengths lengths = new LineLengths(3);
        lengths.note(1, 7);
        lengths.note(1, 7);
        lengths.note(2, 7);
        lengths.note(3, 7);

        assertThat(lengths.areOfAll(3)).isFalse();
    }

    @Test
    void aLineThatIsTooLongToBeNotedLeavesThemToTheLedger() {
        LineLengths lengths = new LineLengths(2);
        lengths.note(1, 65_536);
        lengths.note(2, 7);

        assertThat(lengths.areOfAll(2)).isFalse();
        assertThat(lengths.areOfAll(1)).isFalse();
    }

    @Test
    void ofAFileOfVeryManyRowsNoneIsNoted() {
        LineLengths lengths = new LineLengths(4_000_001);
        lengths.note(1, 7);

        assertThat(lengths.areOfAll(1)).isFalse();
    }

    @Test
    void whatIsForgottenIsNotKnown() {
        LineLengths lengths = new LineLengths(1);
        lengths.note(1, 7);
        lengths.forget();

        assertThat(lengths.areOfAll(1)).isFalse();
    }

    @Test
    void aLineIsAsLongAsItsBytesInUtf8AndALineEnd() {
        SeenRows seen = SeenRows.of(3);
        StagedRows rows = new StagedRows(1, 3, seen);
        String line = "c1,\"Zoë\ttab\\back\nline\",日本,😀";
        rows.add(row(1, RowState.STAGED, false, line));
        rows.add(row(2, RowState.STAGED, true, line));
        rows.add(row(3, RowState.REJECTED, false, null));

        assertThat(seen.lengths().areOfAll(3)).isTrue();
        assertThat(seen.lengths().of(1)).isEqualTo(line.getBytes(StandardCharsets.UTF_8).length + 1);
        assertThat(seen.lengths().of(2))
                .as("one that is created by a call of its own")
                .isZero();
        assertThat(seen.lengths().of(3)).as("one that is rejected").isZero();
    }

    private static StagedRow row(long record, RowState state, boolean direct, String text) {
        RowKeys keys = state == RowState.STAGED ? new RowKeys(record, 0, 0, 0) : null;
        return new StagedRow(record, record + 1, state, "c" + record, keys, null, null, direct, text);
    }
}
