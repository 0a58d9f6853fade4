package dev.gridload.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final PlannedSubmissions planned = new PlannedSubmissions(7, 0);
    private final Parts parts = new Parts(planned, 3, 100);

    private String ended() {
        CopyText rows = planned.rows();
        String text = new String(rows.array(), 0, rows.length(), StandardCharsets.UTF_8);
        rows.clear();
        return text;
    }

    @Test
    void partStaysOpenWhileThoseBeforeItAreWrittenDown() {
        parts.add(1, 10);
        parts.add(2, 10);
        parts.add(4, 10);
        parts.add(5, 10);
        assertThat(ended()).isEqualTo("7\t1\tBULK\t1\t4\t3\t30\tPLANNED\t\\N\n");

        parts.add(6, 20);
        assertThat(ended()).isEmpty();

        parts.end();
        assertThat(ended()).isEqualTo("7\t2\tBULK\t5\t6\t2\t30\tPLANNED\t\\N\n");
        assertThat(parts.count()).isEqualTo(2);
    }

    @Test
    void withoutARowThereIsNoPart() {
        parts.end();
        assertThat(ended()).isEmpty();
        assertThat(parts.count()).isZero();
    }
}
