package dev.gridload.pipeline.validate;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;

/** What was mended in a value before it was checked. */
public enum RepairRule implements StatedRule {
    REPAIRED_SPACES(
            RuleClass.REPAIR,
            "Spaces at the ends of the value were taken away",
            "Nothing to do; the source has padded fields",
            "Spreadsheets and fixed-width exports pad"),
    REPAIRED_INVISIBLE(
            RuleClass.REPAIR,
            "Invisible characters were taken away, or no-break spaces made plain",
            "Nothing to do; the source has them from a web page or a word processor",
            "Unicode: U+FEFF, U+200B, U+00A0 and their kin"),
    REPAIRED_CHARACTERS(
            RuleClass.REPAIR,
            "Letters or digits of another width or script were written in ASCII",
            "Nothing to do; compare the value if in doubt",
            "Unicode, NFKC and decimal digits"),
    REPAIRED_QUOTES(
            RuleClass.REPAIR,
            "The marks by which spreadsheets keep a number as text were taken away",
            "Nothing to do",
            "Leading apostrophe and =\"...\" of spreadsheets"),
    REPAIRED_SEPARATORS(
            RuleClass.REPAIR,
            "Spaces and hyphens inside the number were taken away",
            "Nothing to do",
            "Numbers are grouped in print only"),
    REPAIRED_CASE(
            RuleClass.REPAIR,
            "The value was written in the case that Grid wants",
            "Nothing to do",
            "Grid matches these values letter for letter"),
    REPAIRED_PUNCTUATION(
            RuleClass.REPAIR,
            "The punctuation of the tax number, or the braces of the key, were taken away",
            "Nothing to do",
            "BCB, API DICT: key syntax"),
    REPAIRED_PHONE(
            RuleClass.REPAIR,
            "The number was written with + and its country code",
            "Compare the number if in doubt",
            "E.164"),
    REPAIRED_PREFIX(
            RuleClass.REPAIR, "The word IBAN was taken away", "Nothing to do", "ISO 13616: the word is for paper"),
    REPAIRED_NAME(
            RuleClass.REPAIR,
            "Another name for the same thing was translated",
            "Nothing to do, or write the name that Grid wants here",
            "Grid's newer documents rename account types; the central bank says EVP for RANDOM");

    private final RuleText text;

    RepairRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    @Override
    public RuleText text() {
        return text;
    }
}
