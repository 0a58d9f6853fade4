package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds one page of customers: a page by creation costs its own length, a look-up by id or address costs nothing. */
final class CustomerPages {

    private final Customers customers;

    CustomerPages(Customers customers) {
        this.customers = customers;
    }

    /**
     * A page.
     *
     * @param total all that match, on whatever page
     */
    record Page(List<Customer> customers, boolean hasMore, int total) {

        /** The number of the last customer of a page that has any. */
        int last() {
            return customers.get(customers.size() - 1).number();
        }
    }

    /**
     * @param after the number behind which the page begins; -1 for the first
     * @param end numbers from here are not visible yet
     */
    Page find(CustomerFilter filter, int after, int limit, int end) {
        if (!filter.platformCustomerId().isEmpty() || !filter.umaAddress().isEmpty()) {
            return named(filter, after, limit, end);
        }
        CustomerFilter.Span created = filter.created();
        int first = customers.firstAt(created.from());
        int last = created.to() == Long.MAX_VALUE ? customers.count() : customers.firstAt(created.to() + 1);
        last = Math.max(first, Math.min(last, end));
        List<Customer> page = new ArrayList<>();
        int at = Math.max(first, after + 1);
        for (; at < last && page.size() <= limit; at++) {
            addIfAccepted(filter, at, page);
        }
        int total = filter.onlyByCreation() ? countOf(filter, first, last) : scan(filter, first, last);
        return cut(page, limit, total);
    }

    private int countOf(CustomerFilter filter, int first, int last) {
        return last - first - (filter.includingDeleted() ? 0 : customers.deletedBetween(first, last));
    }

    private int scan(CustomerFilter filter, int first, int last) {
        int total = 0;
        for (int at = first; at < last; at++) {
            Customer customer = customers.numbered(at);
            if (customer != null && filter.accepts(customer)) {
                total++;
            }
        }
        return total;
    }

    private Page named(CustomerFilter filter, int after, int limit, int end) {
        Customer found = filter.platformCustomerId().isEmpty()
                ? customers.withUmaAddress(filter.umaAddress())
                : customers.withPlatformId(filter.platformCustomerId());
        Stream<Customer> former = filter.includingDeleted() ? customers.deleted().stream() : Stream.empty();
        List<Customer> matching = Stream.concat(Stream.ofNullable(found), former)
                .filter(customer -> customer.number() < end && filter.accepts(customer))
                .sorted(Comparator.comparingInt(Customer::number))
                .toList();
        List<Customer> page = new ArrayList<>();
        matching.stream()
                .filter(customer -> customer.number() > after)
                .limit(limit + 1L)
                .forEach(page::add);
        return cut(page, limit, matching.size());
    }

    private void addIfAccepted(CustomerFilter filter, int at, List<Customer> page) {
        Customer customer = customers.numbered(at);
        if (customer != null && filter.accepts(customer)) {
            page.add(customer);
        }
    }

    private static Page cut(List<Customer> page, int limit, int total) {
        boolean more = page.size() > limit;
        return new Page(more ? page.subList(0, limit) : page, more, total);
    }
}
