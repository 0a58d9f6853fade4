package dev.gridload.sandbox;

import java.util.Locale;
import java.util.regex.Pattern;

/** UMA addresses: {@code $name@domain}, case-insensitive, the name at most 64 characters with its dollar sign. */
final class UmaAddress {

    static final String PATTERN = "\\$[a-zA-Z0-9\\-_.+]{1,63}@[a-zA-Z0-9.\\-]+(:[0-9]+)?";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);
    private static final String GENERATED = "$c";

    private UmaAddress() {}

    static boolean valid(String address) {
        return WHOLE.matcher(address).matches();
    }

    /** One spelling for comparison; the dollar sign that Grid's published CSV example leaves out is added. */
    static String canonical(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("$") ? lower : "$" + lower;
    }

    static String generated(int number, String domain) {
        return GENERATED + Integer.toString(number, 36) + "@" + domain;
    }

    /** The number that a generated address was made from, or -1; the caller checks that it is that customer's. */
    static int number(String canonical) {
        int end = canonical.indexOf('@');
        if (!canonical.startsWith(GENERATED) || end < 0) {
            return -1;
        }
        try {
            return Integer.parseInt(canonical, GENERATED.length(), end, 36);
        } catch (NumberFormatException chosen) {
            return -1;
        }
    }
}
