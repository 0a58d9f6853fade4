package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a country. */
public enum CountryRule implements StatedRule {
    COUNTRY_UNKNOWN(
            RuleClass.HARD,
            "A country is a code of two capital letters from ISO 3166-1, or XK",
            "Write the code, for example US, MX or DE",
            "Grid OpenAPI, Address.country; ISO 3166-1; XK for Kosovo as SWIFT and the EU use it");

    private final RuleText text;

    CountryRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    private static final boolean[] KNOWN = known();

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable CountryRule check(CharSequence value) {
        return value.length() == 2 && exists(value.charAt(0), value.charAt(1)) ? null : COUNTRY_UNKNOWN;
    }

    /** Whether the two characters are a country's code. */
    static boolean exists(char first, char second) {
        return Ascii.isUpper(first) && Ascii.isUpper(second) && KNOWN[(first - 'A') * 26 + second - 'A'];
    }

    private static boolean[] known() {
        boolean[] known = new boolean[26 * 26];
        for (String country : Locale.getISOCountries()) {
            known[(country.charAt(0) - 'A') * 26 + country.charAt(1) - 'A'] = true;
        }
        known[('X' - 'A') * 26 + 'K' - 'A'] = true;
        return known;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
