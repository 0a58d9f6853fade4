package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an IBAN. */
public enum IbanRule implements StatedRule {
    IBAN_FORMAT(
            RuleClass.HARD,
            "An IBAN is two capital letters, two digits and 11 to 30 letters or digits",
            "Copy the IBAN from a bank statement, without the word IBAN",
            "Grid OpenAPI, EurAccountInfo.iban"),
    IBAN_COUNTRY(
            RuleClass.SYNTAX,
            "An IBAN begins with the code of a country that issues IBANs",
            "Check the first two letters",
            "ISO 13616, IBAN registry"),
    IBAN_LENGTH(
            RuleClass.SYNTAX,
            "The IBAN has not the length that its country prescribes",
            "Look for a missing or a doubled character",
            "ISO 13616, IBAN registry"),
    IBAN_STRUCTURE(
            RuleClass.SYNTAX,
            "The IBAN has letters where its country has digits, or digits where it has letters",
            "Look for O in the place of 0 and I in the place of 1",
            "ISO 13616, IBAN registry"),
    IBAN_CHECKSUM(
            RuleClass.CHECKSUM,
            "The check digits of the IBAN do not fit the rest",
            "Compare every character with a bank statement: one is wrong or two are swapped",
            "ISO 7064, modulus 97-10"),
    IBAN_CHECK_DIGITS(
            RuleClass.PLAUSIBILITY,
            "The check digits of an IBAN lie between 02 and 98",
            "Ask the bank for the IBAN: check digits 00, 01 and 99 are never issued",
            "ISO 7064, modulus 97-10");

    private final RuleText text;

    IbanRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable IbanRule check(CharSequence value) {
        if (!hasForm(value)) {
            return IBAN_FORMAT;
        }
        byte[] structure = IbanRegistry.structure(value.charAt(0), value.charAt(1));
        if (structure == null) {
            return IBAN_COUNTRY;
        }
        if (structure.length != value.length()) {
            return IBAN_LENGTH;
        }
        if (!IbanRegistry.fits(structure, value)) {
            return IBAN_STRUCTURE;
        }
        if (remainder97(value) != 1) {
            return IBAN_CHECKSUM;
        }
        int digits = (value.charAt(2) - '0') * 10 + value.charAt(3) - '0';
        return digits < 2 || digits > 98 ? IBAN_CHECK_DIGITS : null;
    }

    private static boolean hasForm(CharSequence value) {
        if (value.length() < 15 || value.length() > 34) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean good = i < 2 ? Ascii.isUpper(c) : i < 4 ? Ascii.isDigit(c) : Ascii.isLetterOrDigit(c);
            if (!good) {
                return false;
            }
        }
        return true;
    }

    /** The remainder of the IBAN, its first four characters moved to the end and A-Z read as 10-35. */
    private static int remainder97(CharSequence value) {
        int remainder = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt((i + 4) % value.length());
            remainder = (Ascii.isDigit(c) ? remainder * 10 + c - '0' : remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
