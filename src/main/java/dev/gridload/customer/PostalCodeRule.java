package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import dev.gridload.account.identifier.Ascii;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a postal code is written as in its country. Countries that are not in the table have none, or none that we know. */
public enum PostalCodeRule implements StatedRule {
    POSTAL_CODE_FORMAT(
            RuleClass.PLAUSIBILITY,
            "The postal code is not written as codes of this country are",
            "Check code and country; a spreadsheet may have cut leading zeros",
            "Universal Postal Union, addressing systems by country");

    private static final String FOUR = "9999";
    private static final String FIVE = "99999";
    private static final String SIX = "999999";
    private static final String[] TWO_GROUPS = {"999 99", FIVE};

    /** 9 is a digit, A a letter, X either. */
    private static final Map<String, String[]> SHAPES = Map.ofEntries(
            Map.entry("US", new String[] {FIVE, "99999-9999"}),
            Map.entry("CA", new String[] {"A9A 9A9", "A9A9A9"}),
            Map.entry("GB", new String[] {
                "A9 9AA",
                "A99 9AA",
                "AA9 9AA",
                "AA99 9AA",
                "A9A 9AA",
                "AA9A 9AA",
                "A99AA",
                "A999AA",
                "AA99AA",
                "AA999AA",
                "A9A9AA",
                "AA9A9AA",
                "GIR 0AA"
            }),
            Map.entry("IE", new String[] {"A9X XXXX", "A9XXXXX"}),
            Map.entry("NL", new String[] {"9999 AA", "9999AA"}),
            Map.entry("BR", new String[] {"99999-999", "99999999"}),
            Map.entry("IN", new String[] {SIX, "999 999"}),
            Map.entry("PL", new String[] {"99-999"}),
            Map.entry("PT", new String[] {"9999-999", FOUR}),
            Map.entry("JP", new String[] {"999-9999", "9999999"}),
            Map.entry("AR", new String[] {FOUR, "A9999AAA"}),
            Map.entry("DE", new String[] {FIVE}),
            Map.entry("FR", new String[] {FIVE}),
            Map.entry("ES", new String[] {FIVE}),
            Map.entry("IT", new String[] {FIVE}),
            Map.entry("FI", new String[] {FIVE}),
            Map.entry("MX", new String[] {FIVE}),
            Map.entry("KR", new String[] {FIVE}),
            Map.entry("TR", new String[] {FIVE}),
            Map.entry("UA", new String[] {FIVE}),
            Map.entry("PK", new String[] {FIVE}),
            Map.entry("EG", new String[] {FIVE, "9999999"}),
            Map.entry("KE", new String[] {FIVE}),
            Map.entry("MY", new String[] {FIVE}),
            Map.entry("TH", new String[] {FIVE}),
            Map.entry("ID", new String[] {FIVE}),
            Map.entry("ZA", new String[] {FOUR}),
            Map.entry("AU", new String[] {FOUR}),
            Map.entry("NZ", new String[] {FOUR}),
            Map.entry("AT", new String[] {FOUR}),
            Map.entry("CH", new String[] {FOUR}),
            Map.entry("BE", new String[] {FOUR}),
            Map.entry("DK", new String[] {FOUR}),
            Map.entry("NO", new String[] {FOUR}),
            Map.entry("PH", new String[] {FOUR}),
            Map.entry("CN", new String[] {SIX}),
            Map.entry("SG", new String[] {SIX}),
            Map.entry("NG", new String[] {SIX}),
            Map.entry("CO", new String[] {SIX}),
            Map.entry("RU", new String[] {SIX}),
            Map.entry("SE", TWO_GROUPS),
            Map.entry("CZ", TWO_GROUPS),
            Map.entry("SK", TWO_GROUPS),
            Map.entry("GR", TWO_GROUPS));

    /** The same by the two letters, so that a look-up makes no String. */
    private static final String[][] BY_LETTERS = byLetters();

    private final RuleText text;

    PostalCodeRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The rule that the pair breaks, or null: also where one is missing or the country is not in the table. */
    public static @Nullable PostalCodeRule check(@Nullable CharSequence country, @Nullable CharSequence code) {
        String[] shapes = country == null ? null : shapesOf(country);
        if (shapes == null || code == null) {
            return null;
        }
        for (String shape : shapes) {
            if (fits(code, shape)) {
                return null;
            }
        }
        return POSTAL_CODE_FORMAT;
    }

    private static String @Nullable [] shapesOf(CharSequence country) {
        return country.length() == 2 && Ascii.isUpper(country.charAt(0)) && Ascii.isUpper(country.charAt(1))
                ? BY_LETTERS[index(country)]
                : null;
    }

    private static int index(CharSequence country) {
        return (country.charAt(0) - 'A') * 26 + country.charAt(1) - 'A';
    }

    private static String[][] byLetters() {
        String[][] shapes = new String[26 * 26][];
        SHAPES.forEach((country, of) -> shapes[index(country)] = of);
        return shapes;
    }

    private static boolean fits(CharSequence code, String shape) {
        if (code.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = code.charAt(i);
            boolean good = switch (shape.charAt(i)) {
                case '9' -> Ascii.isDigit(c);
                case 'A' -> Ascii.isLetterOrDigit(c) && !Ascii.isDigit(c);
                case 'X' -> Ascii.isLetterOrDigit(c);
                default -> c == shape.charAt(i);
            };
            if (!good) {
                return false;
            }
        }
        return true;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
