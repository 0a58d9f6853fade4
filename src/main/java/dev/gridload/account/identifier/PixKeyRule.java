package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a PIX key. */
public enum PixKeyRule implements StatedRule {
    PIX_KEY_LENGTH(
            RuleClass.HARD,
            "A PIX key has 1 to 77 characters",
            "Copy the key from the banking app",
            "Grid OpenAPI, BrlAccountInfo.pixKey"),
    PIX_CPF_FORMAT(
            RuleClass.SYNTAX,
            "A PIX key of type CPF is 11 digits",
            "Copy the 11 digits, or correct the key type",
            "BCB, API DICT: key syntax"),
    PIX_CPF_CHECKSUM(
            RuleClass.CHECKSUM,
            "The check digits of the CPF do not fit the other digits",
            "Compare every digit: one is wrong or two are swapped",
            "Receita Federal: modulus 11"),
    PIX_CPF_REPEATED(
            RuleClass.PLAUSIBILITY,
            "A CPF of one repeated digit belongs to nobody",
            "Ask the customer for the key",
            "Receita Federal"),
    PIX_CNPJ_FORMAT(
            RuleClass.SYNTAX,
            "A PIX key of type CNPJ is 12 capital letters or digits and 2 digits",
            "Copy the 14 characters, or correct the key type",
            "RFB IN 2.229/2024; BCB, API Pix 2.9.0"),
    PIX_CNPJ_CHECKSUM(
            RuleClass.CHECKSUM,
            "The check digits of the CNPJ do not fit the other characters",
            "Compare every character: one is wrong or two are swapped",
            "RFB IN 2.229/2024: modulus 11"),
    PIX_CNPJ_ALPHANUMERIC(
            RuleClass.PLAUSIBILITY,
            "The CNPJ has letters: good since July 2026, but Grid may still refuse it",
            "Nothing to mend; look at the result of this row",
            "RFB IN 2.229/2024"),
    PIX_EMAIL_FORMAT(
            RuleClass.SYNTAX,
            "A PIX key of type EMAIL is an e-mail address in lower case",
            "Copy the key from the banking app, or correct the key type",
            "BCB, API DICT: key syntax"),
    PIX_PHONE_FORMAT(
            RuleClass.SYNTAX,
            "A PIX key of type PHONE is + and the country code and number",
            "Write the number as +55, area code and number, or correct the key type",
            "BCB, API DICT: key syntax; E.164"),
    PIX_PHONE_NOT_MOBILE(
            RuleClass.PLAUSIBILITY,
            "The number is no Brazilian mobile number: +55, an area code, 9 and eight digits",
            "Check the number",
            "Anatel, numbering plan"),
    PIX_RANDOM_FORMAT(
            RuleClass.SYNTAX,
            "A PIX key of type RANDOM is a lower-case UUID with hyphens",
            "Copy the key from the banking app, or correct the key type",
            "BCB, API DICT: key syntax");

    private final RuleText text;

    PixKeyRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The first rule that the pair breaks, or null: also where one is missing or the type is none of Grid's. */
    public static @Nullable PixKeyRule check(@Nullable CharSequence key, @Nullable CharSequence type) {
        if (key == null || type == null) {
            return null;
        }
        if (key.length() < 1 || key.length() > 77) {
            return PIX_KEY_LENGTH;
        }
        return switch (type.length()) {
            case 3 -> "CPF".contentEquals(type) ? cpf(key) : null;
            case 4 -> "CNPJ".contentEquals(type) ? cnpj(key) : null;
            case 5 -> "EMAIL".contentEquals(type) ? email(key) : "PHONE".contentEquals(type) ? phone(key) : null;
            case 6 -> "RANDOM".contentEquals(type) && !PixSyntax.isUuid(key) ? PIX_RANDOM_FORMAT : null;
            default -> null;
        };
    }

    private static @Nullable PixKeyRule cpf(CharSequence key) {
        if (!Ascii.isDigits(key, 11, 11)) {
            return PIX_CPF_FORMAT;
        }
        if (!TaxIds.isCpf(key)) {
            return PIX_CPF_CHECKSUM;
        }
        return Ascii.isOneCharacterRepeated(key) ? PIX_CPF_REPEATED : null;
    }

    private static @Nullable PixKeyRule cnpj(CharSequence key) {
        if (!PixSyntax.isCnpj(key)) {
            return PIX_CNPJ_FORMAT;
        }
        if (!TaxIds.isCnpj(key)) {
            return PIX_CNPJ_CHECKSUM;
        }
        return Ascii.isDigits(key, 0) ? null : PIX_CNPJ_ALPHANUMERIC;
    }

    private static @Nullable PixKeyRule email(CharSequence key) {
        return PixSyntax.isEmail(key) ? null : PIX_EMAIL_FORMAT;
    }

    private static @Nullable PixKeyRule phone(CharSequence key) {
        if (!PixSyntax.isPhone(key)) {
            return PIX_PHONE_FORMAT;
        }
        return BrazilianNumbers.isMobile(key) ? null : PIX_PHONE_NOT_MOBILE;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
