package dev.gridload.bench;

import dev.gridload.account.GuidesType;
import dev.gridload.account.identifier.Wallets;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Invented accounts of every type, their check digits right. */
final class Accounts {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final Random random;

    Accounts(Random random) {
        this.random = random;
    }

    void fill(Row row, GuidesType type) {
        row.set("accountType", type.wireName());
        row.set("platformAccountId", "acct-" + digits(8));
        switch (type) {
            case US_ACCOUNT -> us(row);
            case CLABE -> row.set("clabeNumber", clabe()).set("bankName", "Banco del Valle");
            case PIX -> pix(row);
            case IBAN -> iban(row);
            case UPI -> row.set("vpa", "ananya" + digits(4) + "@okbank");
            case FBO -> row.set("currencyCode", pick("USD", "EUR", "USDC"));
            case NGN_ACCOUNT -> nigeria(row);
            case ZAR_ACCOUNT -> row.set("accountNumber", "62" + digits(9)).set("bankName", "Cape Mutual Bank");
            case KES_ACCOUNT -> mobile(row, "+25471", "M-PESA");
            case TZS_ACCOUNT -> mobile(row, "+25575", "VODACOM");
            case ZMW_ACCOUNT -> mobile(row, "+26096", "MTN");
            case RWF_ACCOUNT -> mobile(row, "+25078", "MTN");
            case CAD_ACCOUNT ->
                row.set("bankCode", pick("001", "003", "010"))
                        .set("branchCode", digits(5))
                        .set("accountNumber", digits(7));
            case SPARK_WALLET -> row.set("walletAddress", Wallets.spark(random));
            case ETHEREUM_WALLET -> row.set("walletAddress", Wallets.ethereum(random));
        }
    }

    private void us(Row row) {
        String first = "02" + digits(6);
        row.set("routingNumber", first + (10 - weighted(first, 3, 7, 1) % 10) % 10)
                .set("accountNumber", "9" + digits(8))
                .set("accountCategory", pick("CHECKING", "SAVINGS"))
                .set("bankName", "Harbor Trust");
    }

    private String clabe() {
        String first = pick("002", "012", "014") + digits(14);
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            sum += (first.charAt(i) - '0') * new int[] {3, 7, 1}[i % 3] % 10;
        }
        return first + (10 - sum % 10) % 10;
    }

    private void pix(Row row) {
        row.set("bankName", "Banco Horizonte");
        switch (random.nextInt(4)) {
            case 0 -> row.set("pixKeyType", "CPF").set("pixKey", cpf());
            case 1 -> row.set("pixKeyType", "EMAIL").set("pixKey", "pix" + digits(6) + "@example.com");
            case 2 -> row.set("pixKeyType", "PHONE").set("pixKey", "+55119" + (7 + random.nextInt(3)) + digits(7));
            default ->
                row.set("pixKeyType", "RANDOM")
                        .set("pixKey", new UUID(random.nextLong(), random.nextLong()).toString());
        }
    }

    private String cpf() {
        String number = "12" + digits(7);
        for (int weight = 10; weight <= 11; weight++) {
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                sum += (number.charAt(i) - '0') * (weight - i);
            }
            number += sum * 10 % 11 % 10;
        }
        return number;
    }

    private void iban(Row row) {
        row.set("bankName", "Europäische Handelsbank");
        switch (random.nextInt(3)) {
            case 0 -> row.set("iban", iban("DE", "37040044" + digits(10))).set("swiftBic", "COBADEFFXXX");
            case 1 -> row.set("iban", iban("NL", "INGB" + digits(10))).set("swiftBic", "INGBNL2A");
            default -> row.set("iban", iban("ES", "21000418" + digits(12))).set("swiftBic", "CAIXESBB");
        }
    }

    private static String iban(String country, String account) {
        StringBuilder number = new StringBuilder();
        for (char c : (account + country + "00").toCharArray()) {
            number.append(Character.digit(c, 36));
        }
        int check = 98 - new BigInteger(number.toString()).mod(NINETY_SEVEN).intValue();
        return country + String.format(Locale.ROOT, "%02d", check) + account;
    }

    private void nigeria(Row row) {
        String serial = digits(9);
        row.set("bankName", "First Bank of Nigeria")
                .set("accountNumber", serial + (10 - weighted("011" + serial, 3, 7, 3) % 10) % 10);
    }

    private void mobile(Row row, String beginning, String provider) {
        row.set("phoneNumber", beginning + digits(7)).set("provider", provider);
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * weights[i % weights.length];
        }
        return sum;
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
