package dev.gridload.pipeline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.ledger.JobError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which rows a job's errors are bound to, by the words that Grid used for them. */
class ErrorBindingTest {

    /** Row to the correlation that was bound to it; the listed customers are those that Grid created. */
    private static Map<String, String> bound(List<String> correlations, List<String> listed, String... ids) {
        List<JobError> errors = correlations.stream().map(Sent::error).toList();
        SentRows rows = Sent.job(ids.length - errors.size(), errors.size(), errors, ids);
        listed.forEach(id -> rows.listed().put(id, Sent.fresh(id)));
        Map<String, String> bound = new TreeMap<>();
        new ErrorBinding(rows).bind().forEach((id, error) -> bound.put(id, String.valueOf(error.correlation())));
        return bound;
    }

    @Test
    void bindsByPlatformCustomerId() {
        assertThat(bound(List.of("b"), List.of("a", "c"), "a", "b", "c")).containsExactly(Map.entry("b", "b"));
    }

    @Test
    void bindsRowNumbersThatCountFromZero() {
        assertThat(bound(List.of("0", "2"), List.of("b"), "a", "b", "c")).isEqualTo(Map.of("a", "0", "c", "2"));
    }

    @Test
    void bindsRowNumbersThatCountFromOne() {
        assertThat(bound(List.of("1", "3"), List.of("b"), "a", "b", "c")).isEqualTo(Map.of("a", "1", "c", "3"));
    }

    @Test
    void bindsRowNumbersThatCountTheHeader() {
        assertThat(bound(List.of("2", "4"), List.of("b"), "a", "b", "c")).isEqualTo(Map.of("a", "2", "c", "4"));
    }

    @Test
    void bindsNumbersWithTheWordRow() {
        assertThat(bound(List.of("row_3"), List.of("a", "b"), "a", "b", "c")).isEqualTo(Map.of("c", "row_3"));
    }

    @Test
    void bindsNothingWhereSeveralReadingsFit() {
        assertThat(bound(List.of("1"), List.of(), "a", "b", "c")).isEmpty();
    }

    @Test
    void bindsNumericIdsWhenOnlyTheIdFits() {
        assertThat(bound(List.of("102"), List.of("101", "103"), "101", "102", "103"))
                .isEqualTo(Map.of("102", "102"));
    }

    @Test
    void bindsNothingWhereAnIdCollidesWithARowNumber() {
        // "2" may be the customer 2, or the second row, who is customer 1.
        assertThat(bound(List.of("2"), List.of(), "3", "1", "2")).isEmpty();
    }

    @Test
    void decidesACollisionByWhomGridLists() {
        assertThat(bound(List.of("2"), List.of("1", "3"), "3", "1", "2")).isEqualTo(Map.of("2", "2"));
    }

    @Test
    void ignoresErrorsOfStrangers() {
        assertThat(bound(List.of("zz", "b"), List.of("a"), "a", "b")).isEqualTo(Map.of("b", "b"));
    }

    @Test
    void keepsTheFirstOfTwoErrorsOfOneRow() {
        List<JobError> errors =
                Arrays.asList(new JobError("b", "FIRST", "one"), new JobError("b", "SECOND", "two"), Sent.error("zz"));
        SentRows rows = Sent.job(1, 1, errors, "a", "b");

        assertThat(new ErrorBinding(rows).bind().get("b")).isEqualTo(new JobError("b", "FIRST", "one"));
    }
}
