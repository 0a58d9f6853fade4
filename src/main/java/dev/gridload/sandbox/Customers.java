package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All customers in the order of their creation, which is also that of {@code createdAt} and of the ids. Safe for
 * several threads; every method is short.
 */
final class Customers {

    /** What became of an attempt to create. */
    enum Outcome {
        CREATED,
        ID_TAKEN,
        UMA_ADDRESS_TAKEN
    }

    /**
     * The answer to an attempt.
     *
     * @param customer null unless created
     */
    record Creation(Outcome outcome, @Nullable Customer customer) {}

    private Customer[] inOrder = new Customer[1024];
    private int count;
    private final Map<String, Customer> active = new HashMap<>();
    private final Map<String, Integer> byOwnUmaAddress = new HashMap<>();
    private final List<Integer> deleted = new ArrayList<>();
    private long latest;

    /** @param at milliseconds; a time before that of the last customer is taken as the last one's */
    synchronized Creation create(Customer.Draft draft, long at) {
        if (active.containsKey(draft.platformCustomerId())) {
            return new Creation(Outcome.ID_TAKEN, null);
        }
        if (draft.umaAddress() != null && withUmaAddress(draft.umaAddress()) != null) {
            return new Creation(Outcome.UMA_ADDRESS_TAKEN, null);
        }
        latest = Math.max(latest, at);
        if (count == inOrder.length) {
            inOrder = Arrays.copyOf(inOrder, count * 2);
        }
        Customer customer = Customer.created(count, draft, latest);
        inOrder[count++] = customer;
        active.put(customer.platformCustomerId(), customer);
        if (draft.umaAddress() != null) {
            byOwnUmaAddress.put(draft.umaAddress(), customer.number());
        }
        return new Creation(Outcome.CREATED, customer);
    }

    /** Null where the new address is another customer's. */
    synchronized @Nullable Customer change(Customer before, @Nullable String umaAddress, Profile profile, long at) {
        if (umaAddress != null) {
            Customer owner = withUmaAddress(umaAddress);
            if (owner != null && owner.number() != before.number()) {
                return null;
            }
            if (before.ownUmaAddress() != null) {
                byOwnUmaAddress.remove(before.ownUmaAddress());
            }
            byOwnUmaAddress.put(umaAddress, before.number());
        }
        Customer after = before.changed(umaAddress, profile, at);
        inOrder[after.number()] = after;
        active.put(after.platformCustomerId(), after);
        return after;
    }

    /** Marks as deleted; the id and the address are free again. Null where it is deleted already. */
    synchronized @Nullable Customer remove(int number, long at) {
        Customer before = inOrder[number];
        if (before.deleted()) {
            return null;
        }
        Customer after = before.removed(at);
        inOrder[after.number()] = after;
        active.remove(after.platformCustomerId());
        if (after.ownUmaAddress() != null) {
            byOwnUmaAddress.remove(after.ownUmaAddress());
        }
        deleted.add(placeOf(number), number);
        return after;
    }

    synchronized int count() {
        return count;
    }

    synchronized int activeCount() {
        return active.size();
    }

    /** Null for a number never given out. */
    synchronized @Nullable Customer numbered(int number) {
        return number < 0 || number >= count ? null : inOrder[number];
    }

    synchronized @Nullable Customer withPlatformId(String platformCustomerId) {
        return active.get(platformCustomerId);
    }

    /** The active customer with an address in its canonical spelling. */
    synchronized @Nullable Customer withUmaAddress(String canonical) {
        Integer chosen = byOwnUmaAddress.get(canonical);
        Customer found = numbered(chosen == null ? UmaAddress.number(canonical) : chosen);
        return found != null && !found.deleted() && found.umaAddress().equals(canonical) ? found : null;
    }

    synchronized List<Customer> deleted() {
        return deleted.stream().map(number -> inOrder[number]).toList();
    }

    /** How many deleted customers have numbers from (inclusive) to (exclusive). */
    synchronized int deletedBetween(int from, int to) {
        return placeOf(to) - placeOf(from);
    }

    /** The first number created at or after a time; {@link #count()} where there is none. */
    synchronized int firstAt(long time) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder[middle].createdAt() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int placeOf(int number) {
        int place = Collections.binarySearch(deleted, number);
        return place < 0 ? -place - 1 : place;
    }
}
