package dev.gridload.customer;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a person's name. */
public enum NameRule implements StatedRule {
    NAME_SPACES(
            RuleClass.HARD,
            "A name has single spaces only, and none at its ends",
            "Take out the spaces that are too many",
            "Grid, configuring customers: Data Validation"),
    NAME_CHARACTER(
            RuleClass.HARD,
            "A name has letters of any script, spaces, apostrophes, hyphens and periods, and no other characters",
            "Write the name as it stands in the identity document",
            "Grid, configuring customers: Data Validation"),
    NAME_NO_LETTER(
            RuleClass.HARD,
            "A name has at least one letter",
            "Write the name as it stands in the identity document",
            "Grid, configuring customers: Data Validation"),
    NAME_UNUSUAL(
            RuleClass.PLAUSIBILITY,
            "Digits and commas are unusual in a name",
            "Check the name; Grid may refuse it",
            "Grid, configuring customers: Data Validation"),
    NAME_LONG(
            RuleClass.PLAUSIBILITY,
            "A name of more than 255 characters is unusual",
            "Check that no other column has run into this one",
            "Grid names no limit; 255 is the one it uses for other texts");

    private final RuleText text;

    NameRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable NameRule check(CharSequence value) {
        boolean letter = false;
        boolean unusual = false;
        int before = ' ';
        for (int i = 0; i < value.length(); i += Character.charCount(before)) {
            int c = Character.codePointAt(value, i);
            if (isSpace(c) && isSpace(before)) {
                return NAME_SPACES;
            }
            letter |= Character.isLetter(c);
            unusual |= c == ',' || Character.isDigit(c);
            if (!isOfNames(c)) {
                return NAME_CHARACTER;
            }
            before = c;
        }
        if (isSpace(before) && !value.isEmpty()) {
            return NAME_SPACES;
        }
        if (!letter) {
            return NAME_NO_LETTER;
        }
        return value.length() > TextRule.LONG ? NAME_LONG : unusual ? NAME_UNUSUAL : null;
    }

    /** Han and Kana are set with a wide one. */
    private static boolean isSpace(int c) {
        return c == ' ' || c == 0x3000;
    }

    /** Joiners are part of Persian and Indic spelling; the middle dots stand in Catalan and in names written in Han and Kana, geresh
     * and gershayim in Hebrew, the tsheg between the syllables of Tibetan. */
    private static boolean isOfNames(int c) {
        return Character.isLetter(c)
                || isMark(c)
                || isSpace(c)
                || Character.isDigit(c)
                || "'.,-\u2019\u02bc\u2018\u2010\u2011\u00b7\u2027\u30fb\u200c\u200d\u05f3\u05f4\u0f0b\u0f0c".indexOf(c)
                        >= 0;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
