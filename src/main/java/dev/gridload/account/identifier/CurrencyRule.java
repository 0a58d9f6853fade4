package dev.gridload.account.identifier;

import dev.gridload.account.RuleClass;
import dev.gridload.account.RuleText;
import dev.gridload.account.StatedRule;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the currency of an FBO account. */
public enum CurrencyRule implements StatedRule {
    CURRENCY_FORMAT(
            RuleClass.HARD,
            "A currency is three to five capital letters",
            "Write the code, for example USD or USDC",
            "Grid, configuring customers: FBO accounts; Grid OpenAPI, CustomerCreateRequest.currencies"),
    CURRENCY_UNKNOWN(
            RuleClass.PLAUSIBILITY,
            "The currency is in neither ISO 4217 nor the list of crypto currencies known here",
            "Compare with supportedCurrencies of GET /config",
            "ISO 4217");

    private final RuleText text;

    CurrencyRule(RuleClass ruleClass, String message, String hint, String source) {
        text = new RuleText(ruleClass, message, hint, source);
    }

    /** Not in ISO 4217, but in Grid's documents or wallets. */
    private static final String CRYPTO = "BTC ETH SOL SAT USDB USDC USDT EURC PYUSD";

    /** As numbers, so that a look-up makes no String. */
    private static final int[] KNOWN = known();

    /** The first rule that {@code value} breaks, or null. */
    public static @Nullable CurrencyRule check(CharSequence value) {
        if (value.length() < 3 || value.length() > 5) {
            return CURRENCY_FORMAT;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!Ascii.isUpper(value.charAt(i))) {
                return CURRENCY_FORMAT;
            }
        }
        return Arrays.binarySearch(KNOWN, number(value)) >= 0 ? null : CURRENCY_UNKNOWN;
    }

    private static int number(CharSequence letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * 27 + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }

    private static int[] known() {
        Stream<String> iso = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode);
        return Stream.concat(iso, Stream.of(CRYPTO.split(" ", -1)))
                .mapToInt(CurrencyRule::number)
                .sorted()
                .toArray();
    }

    @Override
    public RuleText text() {
        return text;
    }
}
