package dev.gridload.customer;

import dev.gridload.account.identifier.Ascii;

/** Names of hosts in e-mail and UMA addresses. Source: RFC 1035, 2.3.1 and 2.3.4; RFC 1123, 2.1. */
final class Domain {

    private Domain() {}

    /** Whether {@code value} from {@code from} on is a name of two labels or more whose last one begins with a letter. */
    static boolean isFrom(CharSequence value, int from) {
        int label = from;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '.') {
                if (!isLabel(value, label, i)) {
                    return false;
                }
                label = i + 1;
            } else if (!Ascii.isLetterOrDigit(c) && c != '-') {
                return false;
            }
        }
        return label > from
                && value.length() - from <= 253
                && value.length() - label >= 2
                && isLabel(value, label, value.length())
                && !Ascii.isDigit(value.charAt(label));
    }

    private static boolean isLabel(CharSequence value, int from, int to) {
        return to > from && to - from <= 63 && value.charAt(from) != '-' && value.charAt(to - 1) != '-';
    }
}
