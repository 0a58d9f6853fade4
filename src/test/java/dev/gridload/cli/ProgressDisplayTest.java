package dev.gridload.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.ledger.ImportState;
import dev.gridload.ledger.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    @Test
    void countsTheRowsThatWereChecked() {
        Progress staging = new Progress(2_000, 1_500, 10, 0, 490, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0);

        assertThat(line(ImportState.STAGING, staging, 0))
                .isEqualTo("[#######---------------------]  25% checked 500 of 2,000 rows, 10 rejected");
    }

    @Test
    void countsTheCustomersThatCameToTheirEnd() {
        Progress delivering = new Progress(2_000, 0, 10, 5, 1_000, 300, 180, 100, 5, 490, 5, 4, 1, 12, 0);

        assertThat(line(ImportState.DELIVERING, delivering, 0))
                .isEqualTo("[#######---------------------]  27% 500 of 1,985 customers settled, 1,000 waiting,"
                        + " 480 in Grid's hands, 5 in doubt, 4 failed");
    }

    /** Of millions of rows it takes minutes, in which no number changes. */
    @Test
    void saysThatTheRowsAreComparedWithEachOther() {
        Progress checked = new Progress(2_000, 0, 10, 0, 1_990, 0, 0, 0, 0, 0, 0, 0, 0, 12, 0);

        assertThat(line(ImportState.STAGING, checked, 0))
                .isEqualTo("[############################] 100% checked 2,000 of 2,000 rows, 10 rejected;"
                        + " comparing them with each other");
        assertThat(line(ImportState.DELIVERING, checked, 0))
                .isEqualTo("[----------------------------]   0% 0 of 1,990 customers settled, 1,990 waiting,"
                        + " 0 in Grid's hands");
    }

    @Test
    void countsTheRowsOfTheResultFiles() {
        Progress settled = new Progress(2_000, 0, 10, 5, 0, 0, 0, 0, 0, 1_985, 0, 0, 0, 12, 0);
        String all = "[############################] 100% 1,985 of 1,985 customers settled, 0 waiting,"
                + " 0 in Grid's hands; writing the result files";

        assertThat(line(ImportState.DELIVERING, settled, 0)).isEqualTo(all);
        assertThat(line(ImportState.DELIVERING, settled, 1_200)).isEqualTo(all + ": 1,200 of 2,000 rows");
    }

    @Test
    void saysWhatIsWaitedForWhenAllThatIsLeftIsInDoubt() {
        Progress doubtful = new Progress(2_000, 0, 10, 5, 0, 0, 0, 0, 2, 1_983, 0, 0, 0, 12, 0);
        String all = "[###########################-]  99% 1,983 of 1,985 customers settled, 0 waiting,"
                + " 0 in Grid's hands, 2 in doubt; Grid is asked";
        String end = " whether it has what is in doubt, before that is sent again (--settle)";

        assertThat(line(ImportState.DELIVERING, doubtful, 0)).isEqualTo(all + end);
        assertThat(ProgressDisplay.line(new Standing(ImportState.DELIVERING, doubtful, 0, Duration.ofMinutes(10))))
                .isEqualTo(all + " for up to 10 min 00 s" + end);
    }

    private static String line(ImportState state, Progress progress, long told) {
        return ProgressDisplay.line(new Standing(state, progress, told, null));
    }
}
