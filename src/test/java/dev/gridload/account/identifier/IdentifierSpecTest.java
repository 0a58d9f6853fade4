package dev.gridload.account.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridload.account.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of {@code spec/identifiers.csv}: topic, value, the code expected or nothing, where the value is from. */
class IdentifierSpecTest {

    private static final Map<String, Function<CharSequence, @Nullable Rule>> TOPICS = Map.ofEntries(
            Map.entry("routingNumber", RoutingNumberRule::check),
            Map.entry("clabe", ClabeRule::check),
            Map.entry("iban", IbanRule::check),
            Map.entry("bic", BicRule::check),
            Map.entry("bic+iban", pair(BicIbanRule::check)),
            Map.entry("country", CountryRule::check),
            Map.entry("bankName", BankNameRule::check),
            Map.entry("vpa", VpaRule::check),
            Map.entry("currency", CurrencyRule::check),
            Map.entry("cadBank", CadBankRule::check),
            Map.entry("spark", SparkRule::check),
            Map.entry("ethereum", EthereumRule::check),
            Map.entry("pix", pair(PixKeyRule::check)),
            Map.entry("nuban", pair(NubanRule::check)),
            Map.entry("provider", pair(ProviderRule::check)),
            Map.entry("usAccountNumber", DigitsRule.US_ACCOUNT_NUMBER_FORMAT::check),
            Map.entry("ngnAccountNumber", DigitsRule.NGN_ACCOUNT_NUMBER_FORMAT::check),
            Map.entry("zarAccountNumber", DigitsRule.ZAR_ACCOUNT_NUMBER_FORMAT::check),
            Map.entry("cadBranch", DigitsRule.CAD_BRANCH_CODE_FORMAT::check),
            Map.entry("cadAccountNumber", DigitsRule.CAD_ACCOUNT_NUMBER_FORMAT::check),
            Map.entry("kesPhone", MobileNumberRule.KES_PHONE_FORMAT::check),
            Map.entry("tzsPhone", MobileNumberRule.TZS_PHONE_FORMAT::check),
            Map.entry("zmwPhone", MobileNumberRule.ZMW_PHONE_FORMAT::check),
            Map.entry("rwfPhone", MobileNumberRule.RWF_PHONE_FORMAT::check),
            Map.entry("category", WordRule.ACCOUNT_CATEGORY_UNKNOWN::check),
            Map.entry("pixKeyType", WordRule.PIX_KEY_TYPE_UNKNOWN::check),
            Map.entry("accountType", WordRule.ACCOUNT_TYPE_UNKNOWN::check),
            Map.entry("customerType", WordRule.CUSTOMER_TYPE_UNKNOWN::check),
            Map.entry("kesProvider", WordRule.KES_PROVIDER_UNKNOWN::check),
            Map.entry("tzsProvider", WordRule.TZS_PROVIDER_UNKNOWN::check),
            Map.entry("zmwProvider", WordRule.ZMW_PROVIDER_UNKNOWN::check),
            Map.entry("rwfProvider", WordRule.RWF_PROVIDER_UNKNOWN::check));

    @TestFactory
    Stream<DynamicTest> judgesAsTheSpecificationSays() throws IOException {
        return lines("/spec/identifiers.csv")
                .map(fields -> DynamicTest.dynamicTest(fields[0] + " " + fields[1] + " -> " + fields[2], () -> {
                    Rule broken = Objects.requireNonNull(TOPICS.get(fields[0]), fields[0])
                            .apply(fields[1]);
                    assertThat(broken == null ? "" : broken.code()).isEqualTo(fields[2]);
                    assertThat(Objects.requireNonNull(TOPICS.get(fields[0])).apply(new Slice(fields[1])))
                            .as("as characters that are no String")
                            .isEqualTo(broken);
                }));
    }

    @Test
    void hasAValueThatBreaksEachRule() throws IOException {
        List<String> broken = lines("/spec/identifiers.csv")
                .map(fields -> fields[2])
                .distinct()
                .toList();

        Stream<Rule> rules = Stream.<Rule[]>of(
                        RoutingNumberRule.values(),
                        ClabeRule.values(),
                        IbanRule.values(),
                        BicRule.values(),
                        BicIbanRule.values(),
                        CountryRule.values(),
                        VpaRule.values(),
                        CurrencyRule.values(),
                        CadBankRule.values(),
                        BankNameRule.values(),
                        SparkRule.values(),
                        EthereumRule.values(),
                        PixKeyRule.values(),
                        NubanRule.values(),
                        ProviderRule.values(),
                        DigitsRule.values(),
                        MobileNumberRule.values(),
                        WordRule.values())
                .flatMap(Stream::of);
        assertThat(rules.map(Rule::code)).isSubsetOf(broken);
    }

    @Test
    void neverThrowsWhateverTheCharacters() {
        Random random = new Random(20261120);
        String alphabet = "0123456789abcdefABCDEFxspark1@.-+ \u0000\uff11\u0661\ud83d|";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder(
                    List.of("", "spark1", "0x", "+254", "DE", "CPF|", "+55").get(i % 7));
            for (int length = random.nextInt(75); length > 0; length--) {
                value.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(0x10000)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            TOPICS.values().forEach(check -> check.apply(value.toString()));
        }
    }

    @Test
    void refusesFullWidthAndArabicDigits() {
        assertThat(RoutingNumberRule.check("02100002\uff11")).isEqualTo(RoutingNumberRule.ABA_FORMAT);
        assertThat(ClabeRule.check("\u066032180000118359719")).isEqualTo(ClabeRule.CLABE_FORMAT);
        assertThat(DigitsRule.US_ACCOUNT_NUMBER_FORMAT.check("1234\n")).isEqualTo(DigitsRule.US_ACCOUNT_NUMBER_FORMAT);
    }

    static Stream<String[]> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(IdentifierSpecTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", 4));
        }
    }

    /** Two values in one field, with a bar between them. */
    private static Function<CharSequence, @Nullable Rule> pair(
            BiFunction<@Nullable CharSequence, @Nullable CharSequence, @Nullable Rule> check) {
        return value -> {
            int bar = value.toString().indexOf('|');
            return bar < 0 ? null : check.apply(value.subSequence(bar + 1, value.length()), value.subSequence(0, bar));
        };
    }

    /** Characters as the fast path has them: equal to no String. */
    private record Slice(String text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Slice(text.substring(start, end));
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
