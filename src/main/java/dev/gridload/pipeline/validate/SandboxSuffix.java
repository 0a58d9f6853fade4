package dev.gridload.pipeline.validate;

import dev.gridload.account.Rule;
import dev.gridload.account.identifier.IbanRule;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Grid's sandbox chooses its scenario by the last three digits of an identifier, which breaks an IBAN that can be mended. */
final class SandboxSuffix {

    private static final Pattern SCENARIO = Pattern.compile(".*(00[2-5]|10[2-7])");

    private SandboxSuffix() {}

    /** The check digits with which the IBAN would be right and keep its ending; null for anything else. */
    static @Nullable Explanation explain(Rule rule, String value) {
        if (rule != IbanRule.IBAN_CHECKSUM || !SCENARIO.matcher(value).matches()) {
            return null;
        }
        StringBuilder number = new StringBuilder();
        (value.substring(4) + value.substring(0, 2) + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int digits = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return new Explanation(
                rule.message() + "; found an ending by which Grid's sandbox chooses a scenario",
                String.format(
                        Locale.ROOT, "For the sandbox, write %02d as the check digits and keep the ending", digits));
    }
}
