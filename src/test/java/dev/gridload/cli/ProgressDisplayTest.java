package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.ledger.Progress;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    @Test
    void countsTheRowsThatWereChecked() {
        Progress staging = new Progress(2_000, 1_500, 10, 0, 490, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0);

        assertThat(ProgressDisplay.line(staging))
                .isEqualTo("[#######---------------------]  25% checked 500 of 2,000 rows, 10 rejected");
    }

    @Test
    void countsTheCustomersThatCameToTheirEnd() {
        Progress delivering = new Progress(2_000, 0, 10, 5, 1_000, 300, 180, 100, 5, 490, 5, 4, 1, 12, 0);

        assertThat(ProgressDisplay.line(delivering))
                .isEqualTo("[#######---------------------]  27% 500 of 1,985 customers settled, 1,000 waiting,"
                        + " 480 in Grid's hands, 5 in doubt, 4 failed");
    }

    /** Of millions of rows they take minutes, in which no number changes. */
    @Test
    void saysThatTheResultFilesAreNext() {
        Progress settled = new Progress(2_000, 0, 10, 5, 0, 0, 0, 0, 0, 1_985, 0, 0, 0, 12, 0);

        assertThat(ProgressDisplay.line(settled))
                .isEqualTo("[############################] 100% 1,985 of 1,985 customers settled, 0 waiting,"
                        + " 0 in Grid's hands; the result files are next");
    }
}
