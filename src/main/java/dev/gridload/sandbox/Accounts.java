package dev.gridload.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All external accounts in the order of their creation. Safe for several threads. */
final class Accounts {

    /**
     * An external account.
     *
     * @param owner number of its customer; -1 for the platform's own
     * @param identity what makes two accounts of one owner the same
     * @param members of the answer, as JSON text behind the ids
     * @param life how it goes on
     */
    record Account(int number, int owner, String currency, String identity, String members, AccountLife life) {}

    private final List<@Nullable Account> inOrder = new ArrayList<>();
    private final Map<Integer, List<Account>> byOwner = new HashMap<>();

    /** Null where the owner has that account already. */
    synchronized @Nullable Account create(
            int owner, String currency, String identity, String members, AccountLife life) {
        List<Account> owned = byOwner.computeIfAbsent(owner, nobody -> new ArrayList<>(1));
        for (Account other : owned) {
            if (other.identity().equals(identity) && other.currency().equals(currency)) {
                return null;
            }
        }
        Account account = new Account(inOrder.size(), owner, currency, identity, members, life);
        inOrder.add(account);
        owned.add(account);
        return account;
    }

    /** Null for one never made or deleted. */
    synchronized @Nullable Account numbered(int number) {
        return number < 0 || number >= inOrder.size() ? null : inOrder.get(number);
    }

    /** False where it was deleted already. */
    synchronized boolean remove(Account account) {
        if (inOrder.set(account.number(), null) == null) {
            return false;
        }
        byOwner.getOrDefault(account.owner(), new ArrayList<>()).remove(account);
        return true;
    }

    synchronized int count() {
        return byOwner.values().stream().mapToInt(List::size).sum();
    }

    /** Those of one owner. */
    synchronized List<Account> of(int owner) {
        return List.copyOf(byOwner.getOrDefault(owner, List.of()));
    }

    /** At most a number of accounts from a place on, with a currency or with any when it is empty. */
    synchronized List<Account> from(int first, int most, String currency) {
        List<Account> found = new ArrayList<>();
        for (int at = first; at < inOrder.size() && found.size() < most; at++) {
            Account account = inOrder.get(at);
            if (account != null && (currency.isEmpty() || currency.equals(account.currency()))) {
                found.add(account);
            }
        }
        return found;
    }
}
