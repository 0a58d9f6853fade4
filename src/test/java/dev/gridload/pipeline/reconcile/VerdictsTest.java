package dev.gridload.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.grid.CustomerData;
import dev.gridload.grid.GridCustomer;
import dev.gridload.ledger.JobError;
import dev.gridload.ledger.Outcome;
import dev.gridload.ledger.Submissions.CarriedRow;
import dev.gridload.testing.ScriptedGrid;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of each row of an ended part, by what Grid lists and by what its job said. */
class VerdictsTest {

    private final ScriptedGrid grid = new ScriptedGrid();
    private Function<CarriedRow, CustomerData> sent = row -> CustomerData.NONE;

    private List<String> decided(SentRows rows, boolean patienceOver) {
        ReadBack readBack = new ReadBack(grid);
        readBack.list(List.of(rows));
        Optional<List<Outcome>> outcomes =
                new Verdicts(rows, readBack, sent).decide(patienceOver).map(Verdicts.Decision::outcomes);
        return outcomes.map(all -> all.stream().map(VerdictsTest::text).toList())
                .orElse(List.of("wait"));
    }

    private static String text(Outcome outcome) {
        return outcome.recordNo() + " " + outcome.state()
                + (outcome.gridCustomerId() == null ? "" : " " + outcome.gridCustomerId())
                + (outcome.code() == null ? "" : " " + outcome.code() + ": " + outcome.message());
    }

    @Test
    void createdIsWhoGridLists() {
        grid.listed.addAll(List.of(Sent.fresh("a"), Sent.fresh("b")));

        assertThat(decided(Sent.job(2, 0, List.of(), "a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 CREATED Customer:b");
    }

    @Test
    void failedIsWhoGridNamesAndDoesNotList() {
        grid.listed.add(Sent.fresh("a"));

        assertThat(decided(Sent.job(1, 1, List.of(Sent.error("b")), "a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 FAILED INVALID_INPUT: about b");
        assertThat(grid.lookUps).isEmpty();
    }

    @Test
    void whoIsListedIsCreatedWhateverTheJobSays() {
        grid.listed.addAll(List.of(Sent.fresh("a"), Sent.fresh("b")));

        assertThat(decided(Sent.job(1, 1, List.of(Sent.error("b")), "a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 CREATED Customer:b");
    }

    @Test
    void conflictWithAnOlderCustomerIsOneWhoAlreadyExisted() {
        grid.listed.add(Sent.fresh("a"));
        grid.hidden.add(Sent.old("b"));

        assertThat(decided(Sent.job(1, 1, List.of(new JobError("b", "CONFLICT", "taken")), "a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 ALREADY_EXISTED Customer:b");
    }

    @Test
    void conflictWithNobodyIsAFailure() {
        grid.listed.add(Sent.fresh("a"));

        assertThat(decided(Sent.job(1, 1, List.of(new JobError("b", "UMA_ADDRESS_EXISTS", "taken")), "a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 FAILED UMA_ADDRESS_EXISTS: taken");
    }

    @Test
    void silenceAboutACustomerWhoIsNotListedIsWaitedFor() {
        grid.listed.add(Sent.fresh("a"));

        assertThat(decided(Sent.job(2, 0, List.of(), "a", "b"), false)).containsExactly("wait");
    }

    @Test
    void lateCustomerIsFoundByLookUp() {
        grid.listed.add(Sent.fresh("a"));
        grid.hidden.add(Sent.fresh("b"));

        assertThat(decided(Sent.job(2, 0, List.of(), "a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 CREATED Customer:b");
        assertThat(grid.lookUps).containsExactly("b");
    }

    @Test
    void customerWhoNeverShowsUpNeedsAnOperator() {
        grid.listed.add(Sent.fresh("a"));

        assertThat(decided(Sent.job(2, 0, List.of(), "a", "b"), true))
                .containsExactly(
                        "11 CREATED Customer:a",
                        "12 NEEDS_OPERATOR NOT_LISTED: Grid neither lists this customer nor says that it failed");
    }

    @Test
    void truncatedListOfErrorsIsFilledByTheJobsCounts() {
        grid.listed.add(Sent.fresh("a"));

        assertThat(decided(Sent.job(1, 2, List.of(Sent.error("b")), "a", "b", "c"), false))
                .containsExactly(
                        "11 CREATED Customer:a",
                        "12 FAILED INVALID_INPUT: about b",
                        "13 FAILED UNNAMED: Grid's job counts this row as failed and gave no reason that names it");
    }

    @Test
    void countsThatDoNotAddUpAreNotBelieved() {
        grid.listed.add(Sent.fresh("a"));

        assertThat(decided(Sent.job(0, 1, List.of(), "a", "b"), false)).containsExactly("wait");
    }

    @Test
    void twoCustomersWithOneIdNeedAnOperator() {
        grid.hidden.addAll(
                List.of(Sent.fresh("a"), new GridCustomer("Customer:a2", "a", ScriptedGrid.NOW, CustomerData.NONE)));

        assertThat(decided(Sent.job(1, 0, List.of(), "a"), false))
                .containsExactly("11 NEEDS_OPERATOR SEVERAL_CUSTOMERS: Grid lists 2 customers with this "
                        + "platformCustomerId; decide which one is right");
    }

    @Test
    void lostAnswerIsSettledByWhatGridHolds() {
        grid.listed.addAll(List.of(Sent.fresh("a"), Sent.fresh("b")));

        assertThat(decided(Sent.inDoubt("a", "b"), false))
                .containsExactly("11 CREATED Customer:a", "12 CREATED Customer:b");
    }

    @Test
    void adoptedIsOnlyWhoHasTheDataThatWereSent() {
        sent = row -> CustomerData.ofRequest("{\"fullName\":\"Ada Quill\",\"email\":\"ada@example.com\"}");
        grid.listed.addAll(List.of(
                shown(Sent.fresh("a"), "{\"fullName\":\" ada  QUILL\",\"birthDate\":\"1990-01-31\"}"),
                shown(Sent.fresh("b"), "{\"fullName\":\"Bob Quill\",\"email\":\"bob@example.com\"}"),
                shown(Sent.old("c"), "{\"fullName\":\"Cid Quill\"}")));

        assertThat(decided(Sent.inDoubt("a", "b", "c"), false))
                .containsExactly(
                        "11 CREATED Customer:a",
                        "12 NEEDS_OPERATOR Customer:b OTHER_DATA: Grid has a customer with this platformCustomerId that is "
                                + "newer than the first sending of the row and has other data (email, fullName); "
                                + "decide whether this import made it",
                        "13 ALREADY_EXISTED Customer:c");
        assertThat(decided(Sent.job(1, 0, List.of(), "b"), false)).containsExactly("11 CREATED Customer:b");
    }

    private static GridCustomer shown(GridCustomer customer, String shown) {
        return new GridCustomer(
                customer.id(), customer.platformCustomerId(), customer.createdAt(), CustomerData.ofRequest(shown));
    }

    @Test
    void lostUploadThatCreatedNobodyIsSentRowByRowWhenPatienceIsOver() {
        assertThat(decided(Sent.inDoubt("a"), false)).containsExactly("wait");

        Verdicts.Decision decision = new Verdicts(Sent.inDoubt("a"), new ReadBack(grid), sent)
                .decide(true)
                .orElseThrow();

        assertThat(decision.outcomes()).isEmpty();
        assertThat(decision.sendAgain()).extracting(CarriedRow::customerId).containsExactly("a");
    }
}
