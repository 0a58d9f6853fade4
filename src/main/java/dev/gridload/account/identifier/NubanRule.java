package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import org.jspecify.annotations.Nullable;

/** Whether the check digit of a NUBAN fits its bank. */
public enum NubanRule implements StatedRule {
    NUBAN_CHECKSUM(
            RuleClass.PLAUSIBILITY,
            "The check digit of the account number does not fit the bank named",
            "Check the account number and the bank; wallet numbers of fintech banks have no check digit",
            "CBN, NUBAN standard 2020");

    private final RuleText text;

    NubanRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    private static final int[] WEIGHTS = {3, 7, 3, 3, 7, 3, 3, 7, 3, 3, 7, 3};

    /** The rule that the pair breaks, or null: also where the name does not tell the bank's code. */
    public static @Nullable NubanRule check(@Nullable CharSequence account, @Nullable CharSequence bankName) {
        if (account == null || bankName == null || !Ascii.isDigits(account, 10, 10)) {
            return null;
        }
        String code = NigerianBanks.code(bankName);
        return code == null || checkDigit(code, account) == account.charAt(9) - '0' ? null : NUBAN_CHECKSUM;
    }

    private static int checkDigit(String code, CharSequence account) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ((i < 3 ? code.charAt(i) : account.charAt(i - 3)) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public RuleText text() {
        return text;
    }
}
