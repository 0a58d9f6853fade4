package dev.gridload.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.grid.CustomerData;
import dev.gridload.grid.CustomerPage;
import dev.gridload.grid.GridCustomer;
import dev.gridload.testing.ScriptedGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadBackTest {

    private static final Instant SENT = ScriptedGrid.NOW;

    private final ScriptedGrid grid = new ScriptedGrid();
    private final List<Instant> asked = new ArrayList<>();

    @Test
    void nothingFromBeforeTheFirstSendingIsReadWhereEverybodyIsFoundBehindIt() {
        createdAt(SENT.plusSeconds(3), "cust-1", "cust-2");

        SentRows rows = Sent.job(2, 0, List.of(), "cust-1", "cust-2");
        new ReadBack(grid).list(List.of(rows));

        assertThat(rows.listed()).containsOnlyKeys("cust-1", "cust-2");
        assertThat(asked).containsExactly(SENT);
    }

    @Test
    void whoIsMissingThenMayHaveBeenCreatedTwoSecondsBeforeByAnotherClock() {
        createdAt(SENT.minusSeconds(2), "cust-1");

        SentRows rows = Sent.job(2, 0, List.of(), "cust-1", "cust-2");
        new ReadBack(grid).list(List.of(rows));

        assertThat(rows.listed()).containsOnlyKeys("cust-1");
        assertThat(asked).containsExactly(SENT, SENT.minusSeconds(2));
    }

    /** The list shows these to whoever asks for a time to which this moment belongs. */
    private void createdAt(Instant moment, String... ids) {
        List<GridCustomer> customers = new ArrayList<>();
        for (String id : ids) {
            customers.add(new GridCustomer("Customer:" + id, id, moment, CustomerData.NONE));
        }
        grid.pages = (span, cursor) -> {
            asked.add(span.from());
            boolean shown = !moment.isBefore(span.from()) && (span.to() == null || !moment.isAfter(span.to()));
            return new CustomerPage(shown ? customers : List.of(), "");
        };
    }
}
