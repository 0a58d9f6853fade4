package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import dev.gridload.account.identifier.Ascii;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an e-mail address. */
public enum EmailRule implements StatedRule {
    EMAIL_FORMAT(
            RuleClass.HARD,
            "An e-mail address is name@domain in ASCII, and the domain has a dot",
            "Check for spaces, commas and a missing ending such as .com",
            "Grid OpenAPI, CustomerCreateRequest.email (format email); RFC 5321, dot-string");

    private final RuleText text;

    EmailRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** RFC 5322, 3.2.3: atext. */
    private static final boolean[] OF_ATOM = ofAtom();

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable EmailRule check(CharSequence value) {
        int at = 0;
        while (at < value.length() && value.charAt(at) != '@') {
            at++;
        }
        boolean good =
                value.length() <= 254 && at >= 1 && at <= 64 && isLocal(value, at) && Domain.isFrom(value, at + 1);
        return good ? null : EMAIL_FORMAT;
    }

    private static boolean[] ofAtom() {
        boolean[] ofAtom = new boolean[128];
        for (char c = 0; c < ofAtom.length; c++) {
            ofAtom[c] = Ascii.isLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0;
        }
        return ofAtom;
    }

    private static boolean isLocal(CharSequence value, int end) {
        char before = '.';
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            boolean good = c == '.' ? before != '.' : c < OF_ATOM.length && OF_ATOM[c];
            if (!good) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    @Override
    public RuleText text() {
        return text;
    }
}
