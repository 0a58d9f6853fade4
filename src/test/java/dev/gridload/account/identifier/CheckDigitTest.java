package dev.gridload.account.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.caelum.stella.validation.CNPJValidator;
import br.com.caelum.stella.validation.CPFValidator;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.ABANumberCheckDigit;
import org.apache.commons.validator.routines.checkdigit.ModulusTenCheckDigit;
import org.junit.jupiter.api.Test;

/** The check digits against libraries that know them, and against what each promises of one wrong character. */
class CheckDigitTest {

    private final Random random = new Random(7);

    /** Not CPF and CNPJ: two of their remainders share the digit 0, so a few changes pass. */
    @Test
    void refuseEveryChangeOfOneDigit() {
        refusesEveryChange("021000021", "0123456789", value -> RoutingNumberRule.check(value) == null);
        refusesEveryChange("032180000118359719", "0123456789", value -> ClabeRule.check(value) == null);
        refusesEveryChange("DE89370400440532013000", "0123456789", value -> IbanRule.check(value) == null);
        refusesEveryChange(
                "GB29NWBK60161331926819",
                "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                value -> IbanRule.check(value) == null);
        refusesEveryChange(
                "0000014579", "0123456789", value -> NubanRule.check(value, "First Bank of Nigeria") == null);
        refusesEveryChange(
                "spark1pgssyuuuhnrrdjswal5c3s3rafw9w3y5dd4cjy3duxlf7hjzkp0rqx6d2far8e",
                "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
                value -> SparkRule.check(value) == null);
    }

    @Test
    void refusesMostChangesOfCaseInAnEthereumAddress() {
        String good = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        for (int i = 2; i < good.length(); i++) {
            char c = good.charAt(i);
            if (Character.isLetter(c)) {
                String turned = Character.isLowerCase(c)
                        ? String.valueOf(c).toUpperCase(Locale.ROOT)
                        : String.valueOf(c).toLowerCase(Locale.ROOT);
                String changed = good.substring(0, i) + turned + good.substring(i + 1);
                assertThat(EthereumRule.check(changed)).as("character %s", i).isEqualTo(EthereumRule.EIP55_CHECKSUM);
            }
        }
    }

    @Test
    void agreeWithLibrariesOnNumbersOfTheUnitedStatesAndMexico() throws Exception {
        ModulusTenCheckDigit clabe = new ModulusTenCheckDigit(new int[] {3, 7, 1});
        for (int i = 0; i < 5_000; i++) {
            String aba = digits(9);
            RoutingNumberRule broken = RoutingNumberRule.check(aba);
            if (broken != RoutingNumberRule.ABA_PREFIX && broken != RoutingNumberRule.ABA_ZEROS) {
                assertThat(broken == null).as(aba).isEqualTo(ABANumberCheckDigit.ABAN_CHECK_DIGIT.isValid(aba));
            }
            // The library weighs from the right and starts with the check digit, the CLABE from the left: same weights
            // at 17.
            String head = digits(17);
            int control = (10 - WeightedDigits.sum371(head, 17) % 10) % 10;
            assertThat(ClabeRule.check(head + control)).isNotEqualTo(ClabeRule.CLABE_CHECKSUM);
            assertThat(clabe.isValid(head + control)).as(head + control).isTrue();
        }
    }

    @Test
    void agreeWithALibraryOnTaxNumbersOfBrazil() {
        CPFValidator cpf = new CPFValidator(false, false);
        CNPJValidator cnpj = new CNPJValidator(false);
        for (int i = 0; i < 5_000; i++) {
            String head = digits(9);
            String number = cpf.generateRandomValid();
            assertThat(TaxIds.isCpf(number)).as(number).isTrue();
            String any = head + number.substring(9);
            assertThat(TaxIds.isCpf(any))
                    .as(any)
                    .isEqualTo(cpf.invalidMessagesFor(any).isEmpty());
            String company = cnpj.generateRandomValid();
            assertThat(TaxIds.isCnpj(company)).as(company).isTrue();
            String other = digits(12) + company.substring(12);
            assertThat(TaxIds.isCnpj(other))
                    .as(other)
                    .isEqualTo(cnpj.invalidMessagesFor(other).isEmpty());
        }
    }

    @Test
    void agreeWithTheRegistryOnIbansOfEveryCountry() {
        IBANValidator library = IBANValidator.getInstance();
        for (String country : Locale.getISOCountries()) {
            IBANValidator.Validator known = library.getValidator(country);
            assertThat(IbanRegistry.structure(country.charAt(0), country.charAt(1)) != null)
                    .as(country)
                    .isEqualTo(known != null);
            for (int i = 0; known != null && i < 300; i++) {
                String iban = iban(country, known.getIbanLength() + (i % 50 == 0 ? 1 : 0));
                assertThat(IbanRule.check(iban) == null).as(iban).isEqualTo(library.isValid(iban));
            }
        }
    }

    @Test
    void findTheMobileNumbersOfBrazilThatALibraryFinds() throws NumberParseException {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        for (int area = 10; area < 100; area++) {
            String number = "+55" + area + "987654321";
            boolean mobile = library.isValidNumber(library.parse(number, null))
                    && library.getNumberType(library.parse(number, null)) == PhoneNumberUtil.PhoneNumberType.MOBILE;
            assertThat(BrazilianNumbers.isMobile(number)).as(number).isEqualTo(mobile);
        }
    }

    @Test
    void hashesAsThePublishedVectorsOfKeccakSay() {
        assertThat(keccak("")).isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(keccak("abc")).isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
        assertThat(keccak("a".repeat(135))).isNotEqualTo(keccak("a".repeat(136)));
        assertThat(keccak("The quick brown fox jumps over the lazy dog"))
                .isEqualTo("4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15");
    }

    /** Half of them right, built from the structure that the registry prescribes. */
    private String iban(String country, int length) {
        byte[] structure = IbanRegistry.structure(country.charAt(0), country.charAt(1));
        StringBuilder rest = new StringBuilder();
        for (int i = 4; i < length; i++) {
            byte kind = structure == null || i >= structure.length ? 1 : structure[i];
            String alphabet = kind == 1 ? "0123456789" : kind == 2 ? "ABCXYZ" : "0123456789ABCXYZ";
            rest.append((random.nextInt(200) == 0 ? "0A" : alphabet).charAt(random.nextInt(2)));
        }
        StringBuilder number = new StringBuilder();
        (rest + country + "00").chars().forEach(c -> number.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        String good = country + String.format(Locale.ROOT, "%02d", check) + rest;
        return random.nextBoolean() ? good : country + digits(2) + rest;
    }

    private static void refusesEveryChange(String good, String alphabet, Predicate<String> accepts) {
        assertThat(accepts.test(good)).as(good).isTrue();
        for (int i = 0; i < good.length(); i++) {
            for (char c : alphabet.toCharArray()) {
                String changed = good.substring(0, i) + c + good.substring(i + 1);
                assertThat(changed.equals(good) || !accepts.test(changed))
                        .as(changed)
                        .isTrue();
            }
        }
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static String keccak(String text) {
        StringBuilder hex = new StringBuilder();
        for (long word : Keccak256.hash(text.getBytes(StandardCharsets.US_ASCII))) {
            hex.append(String.format(Locale.ROOT, "%016x", Long.reverseBytes(word)));
        }
        return hex.toString();
    }
}
