package dev.gridload.sandbox;

import java.util.UUID;

/**
 * The ids this Grid gives out: a UUID whose last twelve digits count up, so that an id leads to its customer without
 * an index, and ids sort as they were given. The rest is random, so that two sandboxes never share an id.
 */
final class Numbering {

    private static final int DIGITS = 12;

    private final String shared;

    Numbering() {
        this.shared = UUID.randomUUID().toString().substring(0, 24);
    }

    String customer(int number) {
        return "Customer:" + uuid(number);
    }

    String account(int number) {
        return "ExternalAccount:" + uuid(number);
    }

    String job(int number) {
        return "Job:" + uuid(number);
    }

    String config() {
        return "PlatformConfig:" + uuid(0);
    }

    /** The number behind one of our own customer ids, or -1. */
    int customerNumber(String id) {
        return number("Customer:", id);
    }

    int accountNumber(String id) {
        return number("ExternalAccount:", id);
    }

    int jobNumber(String id) {
        return number("Job:", id);
    }

    private String uuid(int number) {
        String digits = Integer.toHexString(number + 1);
        return shared + "0".repeat(DIGITS - digits.length()) + digits;
    }

    private int number(String prefix, String id) {
        int start = prefix.length() + shared.length();
        if (id.length() != start + DIGITS || !id.startsWith(prefix) || !id.startsWith(shared, prefix.length())) {
            return -1;
        }
        try {
            return Integer.parseInt(id, start, id.length(), 16) - 1;
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }
}
