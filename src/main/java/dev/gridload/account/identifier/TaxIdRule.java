package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the tax number of who holds an account in Brazil. */
public enum TaxIdRule implements StatedRule {
    TAX_ID_LENGTH(
            RuleClass.PLAUSIBILITY,
            "A Brazilian tax number has 11 digits (CPF) or 14 (CNPJ)",
            "Check the number; a spreadsheet may have cut leading zeros",
            "Receita Federal"),
    TAX_ID_CHECKSUM(
            RuleClass.CHECKSUM,
            "The check digits of the tax number do not fit the other digits",
            "Copy the number again: a digit is wrong",
            "Receita Federal, modulo 11");

    private final RuleText text;

    TaxIdRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** The rule that 11 to 14 digits break, or null. */
    public static @Nullable TaxIdRule check(CharSequence digits) {
        return switch (digits.length()) {
            case 11 -> TaxIds.isCpf(digits) ? null : TAX_ID_CHECKSUM;
            case 14 -> TaxIds.isCnpj(digits) ? null : TAX_ID_CHECKSUM;
            default -> TAX_ID_LENGTH;
        };
    }

    @Override
    public RuleText text() {
        return text;
    }
}
