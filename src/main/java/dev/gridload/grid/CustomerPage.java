package dev.gridload.grid;

import java.util.List;

/**
 * One page of the list of customers.
 *
 * @param nextCursor leads to the next page; empty behind the last one
 */
public record CustomerPage(List<GridCustomer> customers, String nextCursor) {}
