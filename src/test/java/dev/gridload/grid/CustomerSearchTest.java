package dev.gridload.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.testing.ScriptedGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whichever takes fewer calls: to ask for each customer, or to read Grid's list. */
class CustomerSearchTest {

    private final List<String> pages = new ArrayList<>();
    private final ScriptedGrid customers = new ScriptedGrid();
    private final List<String> found = new ArrayList<>();

    /** Says how many customers it has, and gives an empty page after the other. */
    private CustomerPage page(String cursor, long total) {
        pages.add(cursor);
        boolean more = pages.size() * 100L < total;
        return new CustomerPage(cursor.isEmpty() ? customers.listed : List.of(), more ? "p" + pages.size() : "", total);
    }

    private void search(long total, List<String> ids) {
        customers.pages = (span, cursor) -> {
            assertThat(span).isEqualTo(CreatedSpan.since(Instant.EPOCH));
            return page(cursor, total);
        };
        Iterator<String> next = ids.iterator();
        new CustomerSearch(customers, new CallPool(2))
                .find(
                        ids.size(),
                        () -> next.hasNext() ? next.next() : null,
                        customer -> found.add(customer.platformCustomerId()),
                        () -> false);
    }

    @Test
    void fewCustomersAreAskedFor() {
        customers.hidden.add(new GridCustomer("Customer:1", "a", ScriptedGrid.NOW, CustomerData.NONE));
        search(1_000, List.of("a", "b"));

        assertThat(customers.lookUps).containsExactlyInAnyOrder("a", "b");
        assertThat(found).containsExactly("a");
    }

    @Test
    void shortListIsRead() {
        customers.listed.add(new GridCustomer("Customer:1", "a", ScriptedGrid.NOW, CustomerData.NONE));
        search(300, List.of("a", "b", "c"));

        assertThat(customers.lookUps).isEmpty();
        assertThat(pages).containsExactly("", "p1", "p2");
        assertThat(found).containsExactly("a");
    }

    @Test
    void gridThatDoesNotSayHowManyItHasIsAskedForEach() {
        search(-1, List.of("a", "b", "c"));

        assertThat(customers.lookUps).hasSize(3);
    }

    @Test
    void oneCustomerIsAskedForAtOnce() {
        search(0, List.of("a"));

        assertThat(pages).isEmpty();
        assertThat(customers.lookUps).containsExactly("a");
    }
}
