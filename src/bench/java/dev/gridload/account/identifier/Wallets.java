package dev.gridload.account.identifier;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Invented wallet addresses whose checksums fit; here because the hash and the alphabet are. */
public final class Wallets {

    private static final String WORDS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CONSTANT = 0x2bc830a3;

    private Wallets() {}

    public static String ethereum(Random random) {
        return withCapitals(random);
    }

    /** About half of all numbers are the x of a point of the curve; the others are passed over. */
    public static String spark(Random random) {
        String address = anySpark(random);
        while (SparkRule.check(address) != null) {
            address = anySpark(random);
        }
        return address;
    }

    private static String withCapitals(Random random) {
        char[] digits = new char[40];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = Character.forDigit(random.nextInt(16), 16);
        }
        long[] hash = Keccak256.hash(new String(digits).getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < digits.length; i++) {
            int nibbleTop = (i / 2 % 8) * 8 + (i % 2 == 0 ? 7 : 3);
            if ((hash[i / 16] >>> nibbleTop & 1) != 0) {
                digits[i] = Character.toUpperCase(digits[i]);
            }
        }
        return "0x" + new String(digits);
    }

    private static String anySpark(Random random) {
        byte[] payload = new byte[35];
        random.nextBytes(payload);
        payload[0] = 0x0a;
        payload[1] = 33;
        payload[2] = (byte) (2 + random.nextInt(2));
        int[] words = new int[56 + 6];
        for (int bit = 0; bit < 280; bit++) {
            words[bit / 5] |= (payload[bit / 8] >> (7 - bit % 8) & 1) << (4 - bit % 5);
        }
        int checksum = checksum(words) ^ CONSTANT;
        for (int i = 0; i < 6; i++) {
            words[56 + i] = checksum >>> 5 * (5 - i) & 31;
        }
        StringBuilder address = new StringBuilder("spark1");
        for (int word : words) {
            address.append(WORDS.charAt(word));
        }
        return address.toString();
    }

    private static int checksum(int[] words) {
        int value = 1;
        for (char c : "spark".toCharArray()) {
            value = step(value, c >> 5);
        }
        value = step(value, 0);
        for (char c : "spark".toCharArray()) {
            value = step(value, c & 31);
        }
        for (int word : words) {
            value = step(value, word);
        }
        return value;
    }

    private static int step(int value, int word) {
        int next = (value & 0x1ffffff) << 5 ^ word;
        for (int i = 0; i < 5; i++) {
            if ((value >>> 25 + i & 1) != 0) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
