package dev.gridload.grid;

import java.util.List;

/**
 * One page of the list of customers.
 *
 * @param nextCursor leads to the next page; empty behind the last one
 * @param total customers on all pages; -1 where Grid does not say
 */
public record CustomerPage(List<GridCustomer> customers, String nextCursor, long total) {

    /** Of a Grid that does not say how many there are. */
    public CustomerPage(List<GridCustomer> customers, String nextCursor) {
        this(customers, nextCursor, -1);
    }
}
