package dev.gridload.account.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/**
 * What an IBAN of each country looks like, character by character. Read once from the SWIFT registry that commons-validator
 * carries, so that a check needs neither a pattern nor a String.
 */
final class IbanRegistry {

    private static final byte LITERAL = 0;
    private static final byte DIGIT = 1;
    private static final byte LETTER = 2;
    private static final byte EITHER = 3;

    private static final Pattern PART = Pattern.compile("(\\\\d|\\[A-Z]|\\[A-Z0-9])\\{(\\d+)}");
    private static final byte[][] STRUCTURES = structures();

    private IbanRegistry() {}

    /** One kind for each character of an IBAN of this country; null where the country issues none. */
    static byte @Nullable [] structure(char first, char second) {
        return STRUCTURES[(first - 'A') * 26 + second - 'A'];
    }

    /** Whether {@code iban}, which has the length of {@code structure}, has the right kind of character everywhere. */
    static boolean fits(byte[] structure, CharSequence iban) {
        for (int i = 0; i < structure.length; i++) {
            char c = iban.charAt(i);
            boolean good = switch (structure[i]) {
                case DIGIT -> Ascii.isDigit(c);
                case LETTER -> Ascii.isUpper(c);
                case EITHER -> Ascii.isUpperOrDigit(c);
                default -> true;
            };
            if (!good) {
                return false;
            }
        }
        return true;
    }

    private static byte[][] structures() {
        byte[][] structures = new byte[26 * 26][];
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                String country = "" + first + second;
                IBANValidator.Validator known = IBANValidator.getInstance().getValidator(country);
                if (known != null) {
                    structures[(first - 'A') * 26 + second - 'A'] = parse(country, known);
                }
            }
        }
        return structures;
    }

    private static byte[] parse(String country, IBANValidator.Validator known) {
        for (Pattern pattern : known.getRegexValidator().getPatterns()) {
            if (pattern.pattern().startsWith(country)) {
                return parse(pattern.pattern(), known.getIbanLength());
            }
        }
        throw new IllegalStateException("The IBAN registry lists " + country + " without a structure for it");
    }

    private static byte[] parse(String pattern, int length) {
        byte[] structure = new byte[length];
        structure[0] = LITERAL;
        structure[1] = LITERAL;
        int at = 2;
        Matcher part = PART.matcher(pattern);
        while (part.find()) {
            byte kind = part.group(1).equals("[A-Z]") ? LETTER : part.group(1).equals("[A-Z0-9]") ? EITHER : DIGIT;
            for (int i = Integer.parseInt(part.group(2)); i > 0; i--) {
                structure[at++] = kind;
            }
        }
        if (at != length) {
            throw new IllegalStateException("The IBAN registry has a structure that is not understood: " + pattern);
        }
        return structure;
    }
}
